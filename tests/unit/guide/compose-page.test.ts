import { describe, expect, it } from 'vitest';
import { cardMark, composePage, hasCards, NO_PARTS, signMark, withSigns } from '../../../src/guide/compose-page.ts';

const shell = withSigns('<title>@@title@@</title><a@@bar:home@@></a><main>@@main@@</main>', { clock: '<svg/>' });
const page = { ...NO_PARTS, title: 'Food', bar: 'home', main: `<ul>${cardMark('s/day-centre/')}</ul>` };

describe('a page put together', () => {
  it('has its own parts in the shell, and its place in the bar marked', () => {
    expect(composePage(shell, { ...page, main: '<p>$& @@title@@</p>' })).toBe(
      '<title>Food</title><a aria-current="page"></a><main><p>$& @@title@@</p></main>',
    );
  });

  it('leads to today in its own town, or to the choice of one', () => {
    expect(composePage('<a href="/en/@@today@@">', { ...page, home: 'calais/' })).toBe('<a href="/en/calais/today/">');
    expect(composePage('<a href="/en/@@today@@">', NO_PARTS)).toBe('<a href="/en/today/">');
  });

  it('lists other pages by the entries that are stored with them, pictograms drawn', () => {
    const cards = { 's/day-centre/': { card: `${signMark('clock')}Day centre` } };
    expect(composePage(shell, page, cards)).toContain('<ul><svg/>Day centre</ul>');
  });

  it('knows whether it lists any', () => {
    expect(hasCards(page)).toBe(true);
    expect(hasCards(NO_PARTS)).toBe(false);
  });
});
