/** The fault laboratory's own eyes: a loss that is planted must be seen, or "0 lost" says nothing. */
import { describe, expect, it } from 'vitest';
import { judge, type Walk } from '../../faults/judge.ts';
import { random } from '../../faults/random.ts';
import { bound } from '../../faults/report.ts';

const whole: Walk = {
  said: 'ready',
  pages: new Map([
    ['en/', ['v1', 'v2']],
    ['en/t/sea/', ['v1']],
  ]),
  files: new Map([['assets/main-1.js', 'right']]),
  errors: [],
  foreign: [],
};
const V1 = { whole: true, versions: ['v1'] };

describe('a walk over the phone', () => {
  it('finds nothing lost where every page is of one release', () => {
    expect(judge(whole, V1)).toEqual([]);
  });

  const planted: Record<string, Partial<Walk>> = {
    'a page that is not there': { pages: new Map([...whole.pages, ['en/cards/', 'missing']]) },
    'a page with bytes that nobody published': { pages: new Map([...whole.pages, ['en/cards/', []]]) },
    'pages of two releases': { pages: new Map([...whole.pages, ['en/cards/', ['v2']]]) },
    'a release that cannot be': { pages: new Map([['en/', ['v2']]]) },
    'a script with other bytes': { files: new Map([['assets/main-1.js', 'wrong']]) },
    'a script that is not there': { files: new Map([['assets/main-1.js', 'missing']]) },
    'a guide that does not know that it is whole': { said: 'failed' },
    'a guide that says nothing': { said: undefined },
    'a request to another host': { foreign: ['example.org:443'] },
    'an error that nobody caught': { errors: ['x is not a function'] },
  };
  for (const [name, part] of Object.entries(planted)) {
    it(`sees ${name}`, () => expect(judge({ ...whole, ...part }, V1)).toHaveLength(1));
  }

  it('lets a first visit be unfinished, but never called finished', () => {
    const half: Walk = { ...whole, said: 'failed', pages: new Map([...whole.pages, ['en/cards/', 'missing']]) };
    expect(judge(half, { ...V1, whole: false })).toEqual([]);
    expect(judge({ ...half, said: 'ready' }, { ...V1, whole: false })).toEqual([
      'says that all is kept, but these are missing: en/cards/',
    ]);
  });
});

it('the same seed gives the same chances', () => {
  const draw = () => {
    const chance = random('7', 'kill-update', 12);
    return [chance.below(100), chance.next(), ...chance.shuffle([1, 2, 3, 4])];
  };
  expect(draw()).toEqual(draw());
  expect(random('8').shuffle([1, 2, 3]).sort()).toEqual([1, 2, 3]);
});

it('no loss in N trials is told as a bound, a loss as none', () => {
  expect([bound(600, 0), bound(20, 0), bound(2, 0), bound(600, 1)]).toEqual(['< 0.5 %', '< 15 %', '< 100 %', '-']);
});
