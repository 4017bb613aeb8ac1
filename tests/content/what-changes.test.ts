import { expect, test, vi } from 'vitest';
import { countTranslations, type LanguageCounts, TRANSLATION_STATES } from '../../src/guide/translation-counts.ts';
import type { Guide } from '../../src/guide/types.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { startLanguage } from '../../src/pipeline/translation/start-language.ts';
import { translationRows } from '../../src/pipeline/translation/translation-rows.ts';
import { MADE } from '../unit/pipeline/guide-fixtures.ts';
import { publishGuide } from '../unit/pipeline/publish-guide.ts';
import { openWorkshop, type Workshop } from '../unit/pipeline/translation/workshop.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Three languages tell as much as all, in a fraction of the time. */
const LANGS = ['en', 'fr', 'ar'];
const TOPIC = 'dublin';

async function readWhole(workshop: Workshop, made = MADE): Promise<Guide> {
  const { guide, problems } = await readGuide({ ...workshop.folders, made });
  if (!guide) throw new Error(problems.map(({ message }) => message).join('\n'));
  return guide;
}

interface Published {
  counts: LanguageCounts[];
  /** Path -> text; the hash in a pack's name left out, so that a changed pack is the same file with other words. */
  files: Map<string, string>;
}

async function publish(workshop: Workshop, made = MADE): Promise<Published> {
  const guide = await readWhole(workshop, made);
  const whole = [...(await publishGuide(guide))].filter(([path]) => !isPiece(path));
  const named = whole.map(([path, text]): [string, string] => [path.replace(/-[0-9a-f]{12}\./, '.'), text]);
  return { counts: countTranslations(guide), files: new Map(named) };
}

/** Pieces are named after what is in them; the packs that they are of tell as much. */
const isPiece = (path: string) => /^packs\/\w+\/\w+\/[\w-]+\.txt$/.test(path);

function changedFiles(before: Published, after: Published): string[] {
  expect([...after.files.keys()].sort()).toEqual([...before.files.keys()].sort());
  return [...after.files].filter(([path, text]) => before.files.get(path) !== text).map(([path]) => path);
}

const countsOf = ({ counts }: Published, lang: string) => counts.find((one) => one.lang === lang);
const fileCounts = (published: Published, lang: string, key: string) =>
  countsOf(published, lang)?.files.find((file) => file.key === key)?.counts;

/** Files of one language that may change with a topic: its pages, and the pack and list that hold them. */
const ofTopic = (lang: string) => new RegExp(`^(${lang}/|packs/${lang}[./])`);

/** About all languages, kept by no phone: how far they are, and what they cost. */
const ABOUT_ALL = ['translate/index.html', 'costs.json'];

/** By its French name a topic is found in every language, so that name is in their packs as well. */
const FOUND_IN_FRENCH = /^packs\/\w+(\/topics)?\.json$/;

test('a translation that is taken away changes its own language, and the table by its own texts', async () => {
  const workshop = openWorkshop('real', LANGS);
  const before = await publish(workshop);
  workshop.remove(`content/fr/topics/${TOPIC}.md`);
  const after = await publish(workshop);

  const changed = changedFiles(before, after);
  expect(changed).toContain(`fr/t/${TOPIC}/index.html`);
  expect(changed).toContain('packs/fr.json');
  expect(changed).toContain('translate/index.html');
  expect(changed.filter((path) => !ABOUT_ALL.includes(path) && !ofTopic('fr').test(path) && !FOUND_IN_FRENCH.test(path))).toEqual(
    [],
  );
  const leadsThere = (path: string) => before.files.get(path)?.includes(`t/${TOPIC}/`);
  // "On this phone" says how big the guide in one file is, which a whole topic less may change; the shell holds that number.
  const saysSize = (path: string) => path === 'fr/phone/index.html';
  expect(changed.filter((path) => path.startsWith('fr/') && !leadsThere(path) && !saysSize(path))).toEqual([]);
  // The guide in one file says in its template how far it is translated.
  expect(changed.filter((path) => /^packs\/fr\/(?!topics|places|file|shell)/.test(path))).toEqual([]);

  const lost = TRANSLATION_STATES.reduce((sum, state) => sum + (fileCounts(before, 'fr', `topics/${TOPIC}`)?.[state] ?? 0), 0);
  expect(fileCounts(after, 'fr', `topics/${TOPIC}`)).toEqual({ missing: lost, outdated: 0, machine: 0, draft: 0, reviewed: 0 });
  expect(countsOf(after, 'fr')?.counts.missing).toBe((countsOf(before, 'fr')?.counts.missing ?? 0) + lost);
  expect(countsOf(after, 'ar')).toEqual(countsOf(before, 'ar'));
});

test('one changed source sentence makes just its translations outdated, on just its page', async () => {
  const workshop = openWorkshop('real', LANGS);
  const before = await publish(workshop);
  const file = `content/en/topics/${TOPIC}.md`;
  const blocks = workshop.read(file).split('\n\n');
  const heading = blocks.findIndex((block) => block.startsWith('## '));
  workshop.write(file, blocks.map((block, index) => (index === heading ? `${block} today` : block)).join('\n\n'));
  const after = await publish(workshop);

  const changed = changedFiles(before, after);
  const wanted = LANGS.flatMap((lang) => [
    `${lang}/t/${TOPIC}/index.html`,
    `${lang}/guide.html`,
    `packs/${lang}/topics.json`,
    `packs/${lang}.json`,
  ]);
  // The guide in one file says in its head that something is outdated; nothing was, before.
  const heads = ['packs/ar/file.html', 'packs/fr/file.html'];
  expect(changed.sort()).toEqual([...wanted, ...heads, ...ABOUT_ALL].sort());

  for (const lang of ['fr', 'ar']) {
    const outdated = (published: Published) => countsOf(published, lang)?.counts.outdated ?? 0;
    expect(outdated(after)).toBe(outdated(before) + 1);
    const others = (published: Published) => countsOf(published, lang)?.files.filter(({ key }) => key !== `topics/${TOPIC}`);
    expect(others(after)).toEqual(others(before));
  }
});

test('a new day alone changes nothing that a phone keeps but the lists', async () => {
  const workshop = openWorkshop('real', LANGS);
  const before = await publish(workshop, '2026-11-23');
  const after = await publish(workshop, '2026-11-24');
  const changed = changedFiles(before, after).filter((path) => path.startsWith('packs/'));
  expect(changed.sort()).toEqual(LANGS.map((lang) => `packs/${lang}.json`).sort());
  const said = after.files.get('en/calais/index.html');
  expect(said).toContain('data-made="2026-11-24"');
  expect(said).toContain('Information of 24 November 2026');
});

test('a changed fact makes no text outdated', async () => {
  const workshop = openWorkshop('real', LANGS);
  const before = countTranslations(await readWhole(workshop));
  const file = 'content/services/gisti.yaml';
  const text = workshop.read(file);
  workshop.write(file, text.replace(/^website: .*$/m, 'website: https://example.org/'));
  expect(workshop.read(file)).not.toBe(text);
  expect(countTranslations(await readWhole(workshop))).toEqual(before);
});

test('a language that has only been begun stands in the table with nothing but missing texts', async () => {
  const workshop = openWorkshop('real', LANGS);
  const before = countTranslations(await readWhole(workshop));
  expect(await startLanguage('sw', workshop.folders, MADE)).toBeUndefined();
  const after = countTranslations(await readWhole(workshop));
  const begun = after.find(({ lang }) => lang === 'sw');
  expect(begun?.segments).toBeGreaterThan(800);
  expect(begun?.counts).toEqual({ missing: begun?.segments, outdated: 0, machine: 0, draft: 0, reviewed: 0 });
  expect(after.filter(({ lang }) => lang !== 'sw')).toEqual(before);
});

test('the table and the sheets count the same texts', async () => {
  const workshop = openWorkshop('real', LANGS);
  const guide = await readWhole(workshop);
  const sources = await workshop.sources();
  for (const { lang, counts, segments } of countTranslations(guide)) {
    const rows = translationRows(sources, lang);
    expect(rows).toHaveLength(segments);
    for (const state of TRANSLATION_STATES) expect(rows.filter((row) => row.state === state)).toHaveLength(counts[state]);
  }
});
