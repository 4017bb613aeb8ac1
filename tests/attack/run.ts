/** A process that makes trials one after the other and says before each which one it is: whoever started it ends it when one takes too long. */
import { KINDS } from './kinds.ts';
import type { Trial } from './trial.ts';

/** What it is asked for, and what it says. */
export interface Errand {
  kind: string;
  seed: string;
  from: number;
  /** Not included. */
  to: number;
}
export type Report = { begun: number } | { trial: Trial } | { ended: true };

const say = (report: Report) => new Promise<void>((said) => process.send?.(report, undefined, {}, () => said()));

process.once('message', async ({ kind, seed, from, to }: Errand) => {
  const attack = KINDS[kind];
  if (!attack) throw new Error(`There is no kind of attack called ${kind}.`);
  for (let number = from; number < to; number++) {
    await say({ begun: number });
    await say({ trial: await attack.run(seed, number) });
  }
  await attack.tidyUp();
  await say({ ended: true });
  process.exit(0);
});
// Whoever started it is gone, or wants no more. What a trial has started or made goes with the process.
for (const event of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP']) process.once(event, () => process.exit(1));
