import { expectHealed, expectNothingLost, type Fault, install, killDuring } from '../fault.ts';

export const fault: Fault = {
  name: 'kill-update',
  says: 'the browser is killed (SIGKILL) after the k-th request of an update and up to 120 ms more',
  trials: { ci: 20, release: 600 },
  historic: ['worldscript-525'],
  async run(trial) {
    const { host, random } = trial;
    const after = random.below(22);
    const more = random.below(120);
    trial.note(`after ${after} requests and ${more} ms`);
    const phone = await trial.ownPhone();
    await install(phone);
    host.publish(trial.release(2));
    await killDuring(phone, host, { after, more });
    await expectNothingLost(phone, { whole: true, versions: ['v1', 'v2'] }, 'after the kill');
    await expectHealed(phone, trial.release(2), { old: ['v1'], whole: true });
  },
};
