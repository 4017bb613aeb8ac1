import { describe, expect, it } from 'vitest';
import { cardMark, composePage, NO_PARTS, needsOthers, signMark, withSigns } from '../../../src/guide/compose-page.ts';

const shell = withSigns('<title>@@title@@</title><a@@bar:home@@></a><main>@@main@@</main>', { clock: '<svg/>' });
const page = { ...NO_PARTS, title: 'Food', bar: 'home', main: `<ul>${cardMark('s/day-centre/')}</ul>` };

describe('a page put together', () => {
  it('has its own parts in the shell, and its place in the bar marked', () => {
    expect(composePage(shell, { ...page, main: '<p>$& @@title@@</p>' })).toBe(
      '<title>Food</title><a aria-current="page"></a><main><p>$& @@title@@</p></main>',
    );
  });

  it('says what it is: by its description, else by its first paragraph that is plain text', () => {
    const describe = (parts: object) => composePage('@@description@@', { ...NO_PARTS, ...parts });
    const main = '<h1>Food</h1><p>Meals <b>today</b></p><p>Where to eat.</p><p>More.</p>';
    expect(describe({ description: 'Free meals.', main })).toBe('Free meals.');
    expect(describe({ main })).toBe('Where to eat.');
    expect(describe({ main: '<h1>Food</h1>' })).toBe('');
  });

  it('leads to today in its own town, or to the choice of one', () => {
    expect(composePage('<a href="/en/@@today@@">', { ...page, home: 'calais/' })).toBe('<a href="/en/calais/today/">');
    expect(composePage('<a href="/en/@@today@@">', NO_PARTS)).toBe('<a href="/en/today/">');
  });

  it('lists other pages by the entries that are stored with them, pictograms drawn', () => {
    const cards = { 's/day-centre/': { card: `${signMark('clock')}Day centre` } };
    expect(composePage(shell, page, cards)).toContain('<ul><svg/>Day centre</ul>');
  });

  it('shows the page that took its place below a sentence, under the address of that page', () => {
    const shell = '<link href="@@rest@@"><title>@@title@@</title>@@main@@';
    const old = { ...NO_PARTS, rest: 's/old/', instead: 's/new/', main: '<p>moved</p>' };
    const now = { ...NO_PARTS, rest: 's/new/', title: 'New', main: '<h1>New</h1>' };
    expect(composePage(shell, old, { 's/new/': now })).toBe('<link href="s/new/"><title>New</title><p>moved</p><h1>New</h1>');
  });

  it('knows whether it needs any', () => {
    expect(needsOthers(page)).toBe(true);
    expect(needsOthers({ ...NO_PARTS, instead: 's/new/' })).toBe(true);
    expect(needsOthers(NO_PARTS)).toBe(false);
  });
});
