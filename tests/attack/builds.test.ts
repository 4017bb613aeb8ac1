import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runKill } from './builds/kills.ts';
import { REFUSALS, runRefusal } from './builds/refusals.ts';
import { runSame } from './builds/same.ts';
import { beside, closeWorkshop, ended, openWorkshop, publishedIn, startBuild, versionIn } from './builds/tiny-guide.ts';
import { runTogether } from './builds/together.ts';
import type { Trial } from './trial.ts';

afterAll(closeWorkshop);

/** `npm run attack -- --kind kills` and its like make hundreds of other seeds. */
const SEED = 'gate';
const MINUTES = 10 * 60_000;

const brokenIn = (trials: readonly Trial[]) => trials.flatMap(({ what, faults }) => faults.map((fault) => `${what}: ${fault}`));

// What happened elsewhere: a build emptied the folder that was being served (grappa-1020).
test.concurrent(
  'a build that is killed leaves the old site or the new one, and the next one needs nobody to tidy up',
  async () => {
    expect(brokenIn([await runKill(SEED, 0)])).toEqual([]);
  },
  MINUTES,
);

test.concurrent(
  'of builds at once one publishes, the others say why they do not',
  async () => {
    expect(brokenIn([await runTogether(SEED, 0, 3)])).toEqual([]);
  },
  MINUTES,
);

test.concurrent.each(REFUSALS.map(({ name }, number) => [name, number] as const))(
  '%s leaves the published site as it was, and is told in a sentence',
  async (_, number) => {
    expect(brokenIn([await runRefusal(SEED, number)])).toEqual([]);
  },
  MINUTES,
);

test.concurrent(
  'the same sources give the same bytes elsewhere, in other zones and languages, whoever may read them',
  async () => {
    expect(brokenIn([await runSame(SEED, 1)])).toEqual([]);
  },
  MINUTES,
);

test.concurrent(
  "an editor's mistake changes nothing that is published",
  async () => {
    const workshop = await openWorkshop();
    const { out } = publishedIn(workshop, 'one');
    const content = `${out}-content`;
    cpSync(workshop.sources.other.content, content, { recursive: true });
    writeFileSync(join(content, 'services/broken.yaml'), 'towns: [nowhere\n');
    const { status } = await ended(startBuild({ ...workshop.sources.other, content, out }));
    expect([status, versionIn(out, workshop), beside(out)]).toEqual([1, 'one', ['dist-content']]);
  },
  MINUTES,
);
