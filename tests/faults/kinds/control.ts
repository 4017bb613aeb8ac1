import { expectHealed, type Fault, install } from '../fault.ts';
import { walkWhole } from '../walk-whole.ts';

export const fault: Fault = {
  name: 'control',
  says: 'nothing is wrong: every page of every language after a first visit, and then a newer release',
  trials: { ci: 1, release: 20 },
  async run(trial) {
    await walkWhole(trial);
    const phone = await trial.phone();
    await install(phone);
    trial.host.publish(trial.release(2));
    await expectHealed(phone, trial.release(2), { old: ['v1'], whole: true });
  },
};
