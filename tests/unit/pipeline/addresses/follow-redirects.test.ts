import { describe, expect, test } from 'vitest';
import { followRedirect, movedAddresses } from '../../../../src/pipeline/addresses/follow-redirects.ts';

const living = new Set(['n/calais/', 'n/calais/food/', 's/pass/']);
const end = (from: string, redirects: Record<string, string>) =>
  followRedirect(from, { living, redirects: new Map(Object.entries(redirects)) });

describe('an old address', () => {
  test('leads where its line says', () => {
    expect(end('s/old/', { 's/old/': 's/pass/' })).toEqual({ kind: 'living', address: 's/pass/' });
  });

  test('that was moved twice leads to the last place, without anybody mending the first line', () => {
    expect(end('s/a/', { 's/a/': 's/b/', 's/b/': 's/pass/' })).toEqual({ kind: 'living', address: 's/pass/' });
  });

  test('of a need follows its town, to the same need where there is one', () => {
    const redirects = { 'n/old/': 'n/calais/' };
    expect(end('n/old/food/', redirects)).toEqual({ kind: 'living', address: 'n/calais/food/' });
    expect(end('n/old/water/', redirects)).toEqual({ kind: 'living', address: 'n/calais/' });
    expect(end('n/old/water/', { ...redirects, 'n/old/water/': 's/pass/' })).toEqual({ kind: 'living', address: 's/pass/' });
  });

  test('that leads nowhere says where it was lost', () => {
    expect(end('s/a/', { 's/a/': 's/b/' })).toEqual({ kind: 'nowhere', address: 's/b/' });
    expect(end('s/gone/', {})).toEqual({ kind: 'nowhere', address: 's/gone/' });
  });

  test('that leads in a circle is told, however long the circle is', () => {
    expect(end('s/a/', { 's/a/': 's/a/' })).toEqual({ kind: 'circle' });
    expect(end('s/a/', { 's/a/': 's/b/', 's/b/': 's/c/', 's/c/': 's/b/' })).toEqual({ kind: 'circle' });
    expect(end('n/a/x/', { 'n/a/': 'n/b/', 'n/b/': 'n/a/' })).toEqual({ kind: 'circle' });
  });
});

test('all old addresses are known, those written down and those that follow their town, and no living one', () => {
  const recorded = ['n/calais/', 'n/old/', 'n/old/food/', 's/pass/'];
  const redirects = new Map([
    ['n/old/', 'n/calais/'],
    ['s/lost/', 's/nowhere/'],
  ]);
  expect(Object.fromEntries(movedAddresses({ living, recorded, redirects }))).toEqual({
    'n/old/': 'n/calais/',
    'n/old/food/': 'n/calais/food/',
  });
});
