import type { Fault } from '../fault.ts';
import { walkWhole } from '../walk-whole.ts';

export const fault: Fault = {
  name: 'control-below',
  says: 'nothing is wrong, below /a/b/: every page of every language, kept one after the other, and the addresses from paper',
  trials: { ci: 1, release: 3 },
  guide: 'below',
  releases: { ci: 1, release: 1 },
  run: walkWhole,
};
