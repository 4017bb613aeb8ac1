import { describe, expect, test } from 'vitest';
import { readPath, routes, shortPath } from '../../../src/guide/routes.ts';

const read = (path: string) => readPath('/a/b/', `/a/b/${path}`, ['ar', 'en']);

describe('short addresses', () => {
  const printed = {
    'n/calais/': routes.town('calais'),
    'n/calais/food/': routes.need('calais', 'food'),
    'n/calais/today/': routes.today('calais'),
    's/pass/': routes.service('pass'),
    't/sea/': routes.topic('sea'),
  };

  test.each(Object.entries(printed))('%s leads to %s and is made of it', (short, rest) => {
    expect(shortPath(rest)).toBe(short);
    expect(read(short)).toEqual({ kind: 'short', rest });
    expect(read(short.slice(0, -1))).toEqual({ kind: 'short', rest });
    expect(read(`${short}index.html`)).toEqual({ kind: 'short', rest });
  });

  test.each([routes.language(), routes.map(), routes.cards(), routes.card('food'), routes.todayAnywhere()])(
    'the page "%s" has none',
    (rest) => {
      expect(shortPath(rest)).toBeUndefined();
    },
  );

  test.each(['n/', 's/', 's/pass/more/', 'n/calais/food/more/', 'N/calais/'])('%s is none', (path) => {
    expect(read(path).kind).toBe('other');
  });
});

test('an address of a language is that of its page', () => {
  expect(read('ar/s/pass')).toEqual({ kind: 'page', lang: 'ar', rest: 's/pass/' });
  expect(read('ar')).toEqual({ kind: 'page', lang: 'ar', rest: '' });
});
