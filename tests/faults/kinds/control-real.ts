import type { Fault } from '../fault.ts';
import { walkWhole } from '../walk-whole.ts';

export const fault: Fault = {
  name: 'control-real',
  says: 'nothing is wrong, with the real guide: every page of every language, kept one after the other, and the addresses from paper',
  trials: { ci: 0, release: 1 },
  guide: 'real',
  releases: { ci: 1, release: 1 },
  /** All languages are saved and walked. */
  longest: 1_800_000,
  run: walkWhole,
};
