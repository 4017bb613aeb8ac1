import type { Fault } from '../fault.ts';
import { readWithoutScripts } from '../without-scripts.ts';

export const fault: Fault = {
  name: 'no-script-real',
  says: 'scripts are switched off, with the real guide: links lead to every page, all it says can be seen, and nothing is shown that does nothing when it is tapped',
  trials: { ci: 0, release: 1 },
  guide: 'real',
  releases: { ci: 1, release: 1 },
  longest: 1_800_000,
  run: readWithoutScripts,
};
