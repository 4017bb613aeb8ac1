/** The kinds of attack: what `npm run attack -- --kind NAME` makes, trial by trial. */
import { runKill } from './builds/kills.ts';
import { runRefusal } from './builds/refusals.ts';
import { runSame, runSameReal } from './builds/same.ts';
import { closeWorkshop } from './builds/tiny-guide.ts';
import { runTogether } from './builds/together.ts';
import type { Trial } from './trial.ts';
import { runTrial, tidyUp } from './trials.ts';

export interface Kind {
  /** The same seed and number make the same trial. */
  run: (seed: string, number: number) => Promise<Trial>;
  /** Takes what trials share off the disk. */
  tidyUp: () => void | Promise<void>;
}

/** src/cli/attack.ts says of each how many make a release. */
export const KINDS: Readonly<Record<string, Kind>> = {
  files: { run: runTrial, tidyUp },
  kills: { run: runKill, tidyUp: closeWorkshop },
  disk: { run: runRefusal, tidyUp: closeWorkshop },
  together: { run: (seed, number) => runTogether(seed, number), tidyUp: closeWorkshop },
  same: { run: runSame, tidyUp: closeWorkshop },
  'same-real': { run: runSameReal, tidyUp: closeWorkshop },
};
