import { expect, it } from 'vitest';
import { composeFile } from '../../../src/guide/compose-file.ts';
import type { Pack } from '../../../src/guide/packs.ts';

const page = (main: string, card = '') => ({ title: '', description: '', bar: '', home: '', main, ...(card && { card }) });
const signs = { ask: '<svg aria-hidden="true" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>' };

const compose = (pages: Pack, template: string) =>
  composeFile({ template, pages, signs, coast: '', font: '', prefix: '/a/b/ar/' });

const PASS = page(
  '<a class="back" href="/a/b/ar/calais/">Back</a><h1>PASS</h1><p>See <a href="/a/b/ar/s/cmp/">CMP</a>, <a href="/a/b/ar/phone/">phone</a>.</p>',
  '<a class="card" href="/a/b/ar/s/pass/"><b>PASS</b><span>Doctor</span></a>',
);

it('puts a page in its place, with its headings deeper, and leads to what is in the file only', () => {
  const pages = { 's/pass/': PASS, 's/cmp/': page('<h1>CMP</h1>'), 'phone/': page('<h1>Phone</h1>') };
  expect(compose(pages, '<main>@@all:s/@@</main>')).toBe(
    '<main><section id="s/pass/"><h3>PASS</h3><p>See <a href="#s/cmp/">CMP</a>, phone.</p></section><section id="s/cmp/"><h3>CMP</h3></section></main>',
  );
});

it('lists what is below, by its heading', () => {
  const pages = {
    'calais/': page(''),
    'calais/today/': page('<h1>Today</h1>'),
    'calais/food/': page('<h1 class="title">Food</h1>'),
  };
  expect(compose(pages, '<ul>@@rows:calais/@@</ul>')).toBe('<ul><li><a href="#calais/food/">Food</a></li></ul>');
});

it('names a service in a list, with its number on the map, and says the rest where the service stands', () => {
  const list = '<ul class="cards"><li class="need-health" data-map="3">@@card:s/pass/@@</li></ul>';
  const pages = { 'calais/health/': page(`<h1>Doctor</h1>${list}`), 's/pass/': PASS };
  expect(compose(pages, '@@all:calais/@@')).toContain('<ul><li><b>3</b> <a href="#s/pass/">PASS</a></ul>');
});

it('says beside a link to the web where it leads', () => {
  const pages = { 'about/': page('<p><a href="https://a.example/b" rel="noreferrer noopener">A</a></p>') };
  expect(compose(pages, '@@one:about/@@')).toContain('A</a> <bdi dir="ltr">a.example/b</bdi></p>');
});

it('keeps all doubt, with the names of the sources and without their addresses', () => {
  const sure = '<section class="note">@@sign:ask@@<div><h2>How sure?</h2><p>Not sure.</p><p>Old.</p></div></section>';
  const sources =
    '<details class="script sources"><summary>From</summary><ul><li><a href="https://x.example/long"><bdi dir="ltr">x.example</bdi></a> (2022)</li></ul></details>';
  expect(compose({ 's/pass/': page(`<h1>PASS</h1>${sure}${sources}`) }, '@@all:s/@@')).toContain(
    '<section class="note"><p>Not sure. (<bdi dir="ltr">x.example</bdi>)</p><p>Old.</p></section></section>',
  );
});

it('draws each pictogram once and shows it by reference', () => {
  const pages = { 't/sea/': page('<h1>@@sign:ask@@Sea</h1><p>@@sign:ask@@</p>') };
  const html = compose(pages, '<svg>@@symbols@@</svg>@@all:t/@@');
  expect(html).toContain('<svg><symbol id="i-ask" viewBox="0 0 9 9"><path d="M0 0h9"/></symbol></svg>');
  expect(html.match(/<use xlink:href="#i-ask"\/>/g)).toHaveLength(2);
});
