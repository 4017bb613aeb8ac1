import { type Fault, WHOLE_GUIDE } from '../fault.ts';
import { readWithoutScripts } from '../without-scripts.ts';

export const fault: Fault = {
  name: 'no-script-real',
  says: 'scripts are switched off, with the real guide: links lead to every page, all it says can be seen, and nothing is shown that does nothing when it is tapped',
  ...WHOLE_GUIDE,
  run: readWithoutScripts,
};
