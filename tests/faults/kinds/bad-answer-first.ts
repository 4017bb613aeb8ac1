import { always, BAD_ANSWERS } from '../bad-answers.ts';
import { expectHealed, expectNothingLost, type Fault } from '../fault.ts';
import { bytesOf, formerOf, neededBy } from '../needed.ts';

const ANSWERS = Object.entries(BAD_ANSWERS);
export const fault: Fault = {
  name: 'bad-answer-first',
  says: 'one of 14 wrong answers for one needed file, each time it is asked for, at the first visit',
  trials: { ci: ANSWERS.length, release: ([v1]) => (v1 ? ANSWERS.length * neededBy(v1).length : 0) },
  historic: ['workbox-2697', 'workbox-3286', 'grappa-2100', 'angular-39786'],
  async run(trial) {
    const { host, number, random } = trial;
    const v1 = trial.release(1);
    const needed = neededBy(v1);
    const [name, answer] = ANSWERS[number % ANSWERS.length] ?? random.pick(ANSWERS);
    // In order in a release run, so that each file meets each answer; by chance in a short one.
    const path = trial.thorough ? (needed[Math.floor(number / ANSWERS.length)] ?? random.pick(needed)) : random.pick(needed);
    trial.note(`${name} for ${path}`);
    host.misbehaviour = always(answer, { path, right: bytesOf(v1, path), before: formerOf(trial.release(2), path) });
    const phone = await trial.phone();
    await phone.start();
    await expectNothingLost(phone, { whole: false, versions: ['v1'] }, 'after the first visit');
    host.misbehaviour = undefined;
    await expectHealed(phone, v1);
  },
};
