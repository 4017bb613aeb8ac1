import { expectHealed, expectNothingLost, type Fault, killDuring } from '../fault.ts';

export const fault: Fault = {
  name: 'kill-first',
  says: 'the browser is killed (SIGKILL) after the k-th request of the first visit and up to 120 ms more',
  trials: { ci: 20, release: 600 },
  async run(trial) {
    const { host, random } = trial;
    const after = random.below(32);
    const more = random.below(120);
    trial.note(`after ${after} requests and ${more} ms`);
    const phone = await trial.ownPhone();
    await killDuring(phone, host, { after, more });
    await expectNothingLost(phone, { whole: false, versions: ['v1'] }, 'after the kill');
    await expectHealed(phone, trial.release(1));
  },
};
