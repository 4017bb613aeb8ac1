import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

export const fault: Fault = {
  name: 'control',
  says: 'nothing is wrong: a first visit, then a newer release',
  trials: { ci: 2, release: 20 },
  async run(trial) {
    const phone = await trial.phone();
    await install(phone);
    await expectNothingLost(phone, { whole: true, versions: ['v1'] }, 'after the first visit');
    trial.host.publish(trial.release(2));
    await expectHealed(phone, trial.release(2), { old: ['v1'], whole: true });
  },
};
