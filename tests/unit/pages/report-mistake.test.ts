import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { composePage, NO_PARTS, withSigns } from '../../../src/guide/compose-page.ts';
import { daySigns, renderPages } from '../../../src/pages/render.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE, wholeFile } from '../pipeline/guide-fixtures.ts';

const WHOLE = join(import.meta.dirname, '../../fixtures/guides/_whole/content');

/** A page of a tiny guide whose guide.yaml begins with these lines, with the real interface words. */
async function pageOf(rest: string, settings: string): Promise<string> {
  const content = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    cpSync(WHOLE, content, { recursive: true });
    const guideFile = wholeFile('content/guide.yaml').replace('site: ""', 'site: "https://guide.example"');
    writeFileSync(join(content, 'guide.yaml'), `${settings}\n${guideFile}`);
    const { guide } = await readGuide({ content, locales: 'locales', made: MADE });
    const [language] = guide?.languages.filter(({ lang }) => lang === 'en') ?? [];
    if (!guide || !language) throw new Error('The guide has a problem.');
    const pages = Object.values(renderPages(guide, language, '/a/b/').sections).flat();
    const main = pages.find((page) => page.rest === rest)?.main ?? '';
    return composePage(withSigns(main, daySigns(guide, language, '/a/b/')), NO_PARTS);
  } finally {
    rmSync(content, { recursive: true });
  }
}

const hrefsIn = (html: string) =>
  [...html.matchAll(/href="((?:mailto|sms|https:\/\/wa)[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

test('where the guide names no editors nothing is offered', async () => {
  expect(await pageOf('s/hospital/', '')).not.toContain('Is something wrong here?');
}, 30_000);

test('a message to the editors begins with the page, its address and the day of the guide', async () => {
  const html = await pageOf('s/hospital/', 'editors: { email: guide@example.org, phone: "+33 6 12 34 56 78" }');
  const body = encodeURIComponent(
    'This page may be wrong: Calais hospital\nhttps://guide.example/a/b/s/hospital/\nInformation of 22 November 2026\nWhat is wrong: ',
  );
  expect(html).toContain('Is something wrong here?');
  expect(hrefsIn(html)).toEqual([
    `https://wa.me/33612345678?text=${body}`,
    `sms:+33612345678?&body=${body}`,
    `mailto:guide@example.org?subject=${encodeURIComponent('This page may be wrong: Calais hospital')}&body=${body}`,
  ]);
}, 30_000);

test('guidance has it too, with an address alone no number', async () => {
  const html = await pageOf('t/sea/', 'editors: { email: guide@example.org }');
  expect(hrefsIn(html).map((href) => href.split(/[:?]/)[0])).toEqual(['mailto']);
}, 30_000);
