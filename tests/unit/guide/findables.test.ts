import { expect, test } from 'vitest';
import { findables, plain } from '../../../src/guide/findables.ts';
import type { Pack } from '../../../src/guide/packs.ts';

const page = { title: '', description: 'Free care &amp; medicine', bar: '', home: 'calais/', main: '' };
const PAGES: Pack = {
  '': page,
  'not-saved/': page,
  'calais/food/': {
    ...page,
    find: 'manger',
    main: '<h1 class="title need-food"><span class="sign">@@sign:food@@</span>Food</h1>@@card:x@@',
  },
  's/pass/': {
    ...page,
    main: '<a class="back" href="/">Back</a><h1><span lang="en" dir="ltr">PASS</span></h1><section class="note">Not sure</section><p><span lang="fr" dir="ltr">Free care &amp; medicine</span></p><dl class="facts need-health"><dt>Bring</dt><dd>Papers</dd></dl><div class="actions">Call</div>',
  },
  't/sea/': { ...page, main: '<h1>البحر<span class="original" lang="en" dir="ltr">Sea</span></h1><h2>In the boat</h2>' },
  'cards/doctor/': { ...page, main: '<h1>I am ill</h1><p class="big">Je suis malade</p>' },
  'emergency/': {
    ...page,
    find: '112 danger help\n115 shelter',
    main: '<h1>Emergency</h1><section class="number" id="n-112"><h2>112 Danger</h2><p>Call it</p></section><section class="number" id="n-115"><h2><bdi dir="ltr" class="num">115</bdi> Sleep</h2><p><span lang="en" dir="ltr">At night</span></p></section>',
  },
};
const found = findables(PAGES);
const at = (rest: string) => found.find((one) => one.rest === rest);

const words = (text = '') => text.split(/\s+/).filter(Boolean);

test('every page is found but those that only lead to others, and each number for itself', () => {
  expect(found.map(({ rest, kind }) => `${kind} ${rest}`)).toEqual([
    'need calais/food/',
    'service s/pass/',
    'topic t/sea/',
    'card cards/doctor/',
    'number emergency/#n-112',
    'number emergency/#n-115',
  ]);
});

test('a need has its name and its other names, and nothing of the services in it', () => {
  expect(at('calais/food/')).toMatchObject({ name: 'Food', find: 'manger', town: 'calais', need: 'food', body: '' });
});

test('of a service the facts are searched, not what stands on every page', () => {
  const pass = at('s/pass/');
  expect(pass).toMatchObject({ name: 'PASS', own: { lang: 'en', dir: 'ltr' }, need: 'health', summary: 'Free care & medicine' });
  expect(pass?.summaryOwn).toEqual({ lang: 'fr', dir: 'ltr' });
  expect(words(pass?.body)).toEqual(['Free', 'care', '&', 'medicine', 'Papers']);
});

test('the source that stands beside a name is no part of it', () => {
  expect(at('t/sea/')).toMatchObject({ name: 'البحر' });
  expect(words(at('t/sea/')?.body)).toEqual(['In', 'the', 'boat']);
  expect(at('t/sea/')).not.toHaveProperty('own');
});

test('a number has its own words', () => {
  expect(at('emergency/#n-115')).toMatchObject({
    digits: '115',
    name: 'Sleep',
    find: '115 shelter',
    summary: 'At night',
    summaryOwn: { lang: 'en', dir: 'ltr' },
  });
});

test.each([
  ['<p>a</p><p>b</p>', 'a b'],
  ['&lt;b&gt; &amp;amp; &quot;x&quot; it&#39;s', `<b> &amp; "x" it's`],
  ['@@sign:food@@ @@card:x@@ a@b', 'a@b'],
])('the plain text of %s', (html, text) => expect(plain(html)).toBe(text));
