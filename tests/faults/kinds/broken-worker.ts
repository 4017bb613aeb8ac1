import { always, BAD_ANSWERS, RUN_AS_WORKERS } from '../bad-answers.ts';
import { expectHealed, expectNothingLost, type Fault, install, Loss } from '../fault.ts';
import { bytesOf, formerOf } from '../needed.ts';

export const fault: Fault = {
  name: 'broken-worker',
  says: 'sw.js comes empty, or with one bit flipped, during an update: the browser runs it, and compares no hash',
  trials: { ci: 2, release: 10 },
  open: 'no worker is asked before the browser takes an empty script in its place; nothing that is kept goes, but no page opens until the next connection',
  async run(trial) {
    const { host, number } = trial;
    const [v1, v2] = [trial.release(1), trial.release(2)];
    const names = Object.entries(BAD_ANSWERS).filter(([name]) => RUN_AS_WORKERS.includes(name));
    const [name, answer] = names[number % names.length] ?? trial.random.pick(names);
    trial.note(name);
    const phone = await trial.phone();
    await install(phone);
    host.publish(v2);
    host.misbehaviour = always(answer, { path: 'sw.js', right: bytesOf(v2, 'sw.js'), before: formerOf(v1, 'sw.js') });
    await phone.start();
    const loss = await expectNothingLost(phone, { whole: true, versions: ['v1', 'v2'] }, 'with that worker').catch(
      (lost) => lost,
    );
    host.misbehaviour = undefined;
    await expectHealed(phone, v2, { old: ['v1'] });
    if (loss instanceof Loss) throw new Loss(`${loss.message}; whole again within three starts`);
    if (loss) throw loss;
  },
};
