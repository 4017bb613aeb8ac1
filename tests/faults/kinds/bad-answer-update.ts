import { always, BAD_ANSWERS, RUN_AS_WORKERS } from '../bad-answers.ts';
import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';
import { bytesOf, formerOf } from '../needed.ts';
import { askedByUpdate } from '../seen-update.ts';

const ANSWERS = Object.entries(BAD_ANSWERS);
/** More than are asked for: the rest is by chance. */
const FILES = 40;

export const fault: Fault = {
  name: 'bad-answer-update',
  says: 'one of 14 wrong answers for one file that is asked for, each time it is asked for, during an update; what a browser would run as a worker: see broken-worker',
  trials: { ci: ANSWERS.length, release: ANSWERS.length * FILES },
  historic: ['workbox-3286', 'worldscript-525', 'angular-39786'],
  async run(trial) {
    const { host, number, random } = trial;
    const [v1, v2] = [trial.release(1), trial.release(2)];
    const asked = await askedByUpdate(trial);
    const [name, answer] = ANSWERS[number % ANSWERS.length] ?? random.pick(ANSWERS);
    const changed = RUN_AS_WORKERS.includes(name) ? asked.filter((path) => path !== 'sw.js') : asked;
    const path = trial.thorough ? (changed[Math.floor(number / ANSWERS.length)] ?? random.pick(changed)) : random.pick(changed);
    trial.note(`${name} for ${path}`);
    const phone = await trial.phone();
    await install(phone);
    host.publish(v2);
    host.misbehaviour = always(answer, { path, right: bytesOf(v2, path), before: formerOf(v1, path) });
    await phone.start();
    await expectNothingLost(phone, { whole: true, versions: ['v1', 'v2'] }, 'after the update that was answered wrongly');
    host.misbehaviour = undefined;
    await expectHealed(phone, v2, { old: ['v1'], whole: true });
  },
};
