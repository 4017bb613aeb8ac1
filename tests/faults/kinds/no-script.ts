import type { Fault } from '../fault.ts';
import { readWithoutScripts } from '../without-scripts.ts';

export const fault: Fault = {
  name: 'no-script',
  says: 'scripts are switched off: links lead to every page, all it says can be seen, and nothing is shown that does nothing when it is tapped',
  trials: { ci: 1, release: 1 },
  releases: { ci: 1, release: 1 },
  run: readWithoutScripts,
};
