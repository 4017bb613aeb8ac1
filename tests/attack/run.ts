/** A process that makes trials one after the other and says before each which one it is: whoever started it ends it when one takes too long. */
import { runTrial, type Trial } from './trials.ts';

/** What it is asked for, and what it says. */
export interface Errand {
  seed: string;
  from: number;
  /** Not included. */
  to: number;
}
export type Report = { begun: number } | { trial: Trial } | { ended: true };

const say = (report: Report) => new Promise<void>((said) => process.send?.(report, undefined, {}, () => said()));

process.once('message', async ({ seed, from, to }: Errand) => {
  for (let number = from; number < to; number++) {
    await say({ begun: number });
    await say({ trial: await runTrial(seed, number) });
  }
  await say({ ended: true });
  process.exit(0);
});
// Whoever started it is gone.
process.once('disconnect', () => process.exit(1));
