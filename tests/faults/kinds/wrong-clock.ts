import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

/** Ten years in milliseconds. */
const TEN_YEARS = 315_576_000_000;

export const fault: Fault = {
  name: 'wrong-clock',
  says: 'the clock of the phone is up to ten years off, either way, or no number at all',
  trials: { ci: 5, release: 50 },
  async run(trial) {
    const { random, number } = trial;
    const off = number % 5 === 2 ? Number.NaN : Math.round((2 * random.next() - 1) * TEN_YEARS);
    trial.note(Number.isNaN(off) ? 'no number' : `${(off / TEN_YEARS) * 10} years`);
    const phone = await trial.phone((context) => context.addInitScript(`(${SHIFT})(${off})`));
    await install(phone);
    await expectNothingLost(phone, { whole: true, versions: ['v1'] }, 'after the first visit');
    trial.host.publish(trial.release(2));
    await expectHealed(phone, trial.release(2), { old: ['v1'], whole: true });
  },
};

/** Only pages: the worker never asks what day it is, which a unit test holds it to. */
const SHIFT = `(off) => {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + off); }
    static now() { return Real.now() + off; }
  };
}`;
