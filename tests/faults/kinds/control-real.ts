import { type Fault, WHOLE_GUIDE } from '../fault.ts';
import { walkWhole } from '../walk-whole.ts';

export const fault: Fault = {
  name: 'control-real',
  says: 'nothing is wrong, with the real guide: every page of every language, kept one after the other, and the addresses from paper',
  ...WHOLE_GUIDE,
  run: walkWhole,
};
