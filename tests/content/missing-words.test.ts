import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { textsOf } from '../dist/page-texts.ts';
import { MADE } from '../unit/pipeline/guide-fixtures.ts';
import { publishGuide } from '../unit/pipeline/publish-guide.ts';
import { openWorkshop, type Workshop } from '../unit/pipeline/translation/workshop.ts';

vi.setConfig({ testTimeout: 240_000 });

/** All that the site would publish, with no letters but those of its texts. */
async function publish({ folders }: Workshop): Promise<Map<string, string>> {
  const { guide, problems } = await readGuide({ ...folders, made: MADE });
  if (!guide) throw new Error(problems.map(({ message }) => message).join('\n'));
  return publishGuide(guide);
}

/** A guide in which Arabic lacks some interface words, e.g. `bar.home`, or the whole file of them. */
async function publishWithout(lost: readonly string[] | 'all') {
  const workshop = openWorkshop('real', ['en', 'fr', 'ar']);
  if (lost === 'all') workshop.remove('locales/ar.json');
  else {
    const words = JSON.parse(workshop.read('locales/ar.json'));
    for (const [group = '', word = ''] of lost.map((key) => key.split('.'))) delete words[group][word];
    workshop.write('locales/ar.json', JSON.stringify(words));
  }
  return publish(workshop);
}

const PAGE = 'ar/calais/index.html';
const MARKS = /\p{Co}/u;
const ENGLISH = /\b(?:the|and|you|your|with|from|this|have|which|they|what|where)\b/i;

/** Texts that say they are Arabic, and are English. */
const wrongTexts = (html: string) =>
  textsOf(html)
    .filter(({ lang, text, isApart }) => lang === 'ar' && !isApart && ENGLISH.test(text))
    .map(({ text }) => text);
const bodyOf = (html: string) => html.slice(html.indexOf('<body'));

test('an interface word that a language lacks stands there in English, and the page says so', async () => {
  const files = await publishWithout(['home.topics', 'bar.emergency']);
  const html = files.get(PAGE) ?? '';
  expect(html).toContain('<h2><span lang="en" dir="ltr">Good to know</span></h2>');
  expect(html).toContain('<span lang="en" dir="ltr">Emergency</span></a>');
  const note = JSON.parse(readFileSync('locales/ar.json', 'utf8')).translation.missing.split('{{')[0].trim();
  expect(note.length).toBeGreaterThan(10);
  // The second has all words of its own; what is missing stands around it.
  for (const path of [PAGE, 'ar/about/index.html']) expect(files.get(path)).toContain(note);
  expect(files.get('en/calais/index.html')).not.toContain('class="quiet translation"');
});

test('a language without any interface word has those of the source everywhere, each text in its own language', async () => {
  const files = await publishWithout('all');
  const own = [...files].filter(([path]) => path.startsWith('ar/') && path.endsWith('.html'));
  expect(own.length).toBeGreaterThan(20);
  expect(own.flatMap(([path, html]) => wrongTexts(bodyOf(html)).map((text) => `${path}: ${text}`))).toEqual([]);
  expect(files.get('ar/about/index.html')).toMatch(/<span lang="en" dir="ltr">[^<]*<bdi lang="ar">/);

  expect([...files].filter(([, text]) => MARKS.test(text)).map(([path]) => path)).toEqual([]);
  const withElement = (html: string) => /<title>[^<]*(<(?!\/)|&lt;)/.test(html) || /="[^"]*<span lang[^"]*"/.test(html);
  expect(own.filter(([, html]) => withElement(html)).map(([path]) => path)).toEqual([]);

  const words = /id="words-hours"[^>]*>(.*?)<\/script>/.exec(files.get(PAGE) ?? '')?.[1] ?? '{}';
  expect(JSON.parse(words)['state.open_until']).toBe('\u2066Open now, until \u2068{{time}}\u2069\u2069');
});
