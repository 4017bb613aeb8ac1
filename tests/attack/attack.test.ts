import { afterAll, expect, test } from 'vitest';
import { MUTATIONS } from './mutations.ts';
import { seeded } from './seeded.ts';
import type { Trial } from './trial.ts';
import { runTrial, tidyUp } from './trials.ts';

afterAll(tidyUp);

/** `npm run attack` makes ten thousand of other seeds. */
const TRIALS = 40;

const told = ({ number, what, faults }: Trial) => `trial ${number}, ${what}: ${faults[0]}`;

test('a broken file gives a guide in which nothing else changed, or problems that an editor finds and understands', async () => {
  const trials: Trial[] = [];
  for (let number = 0; number < TRIALS; number++) trials.push(await runTrial('gate', number));
  expect(trials.filter(({ faults }) => faults.length).map(told)).toEqual([]);
  expect(new Set(trials.map(({ outcome }) => outcome))).toEqual(new Set(['still a guide', 'refused']));
}, 600_000);

test('the same seed breaks the same files in the same way', () => {
  const bytes = Buffer.from('towns: [calais]\nkind: health-desk # é\n');
  const broken = (seed: number) =>
    MUTATIONS.filter(({ name }) => !name.includes('10 MB')).map(({ change }) => change(bytes, seeded(seed)).toString('hex'));
  expect(broken(1)).toEqual(broken(1));
  expect(broken(1)).not.toEqual(broken(2));
});
