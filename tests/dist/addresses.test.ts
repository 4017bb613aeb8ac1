import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { composePage, inEdition } from '../../src/guide/compose-page.ts';
import { findables } from '../../src/guide/findables.ts';
import type { Pack, PackList } from '../../src/guide/packs.ts';
import { builtPages } from '../../src/pipeline/built-pages.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { publishGuide } from '../unit/pipeline/publish-guide.ts';
import { DIST, ROOT, tagsOf } from './built-site.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const recorded: string[] = JSON.parse(read('content/addresses.lock.json')).addresses;

describe('short addresses', () => {
  it('that were ever published are all there', () => {
    expect(recorded.length).toBeGreaterThan(100);
    expect(recorded.filter((address) => !existsSync(join(DIST, address, 'index.html')))).toEqual([]);
  });

  it('that are there are all recorded, so that none is lost later', () => {
    const built = builtPages(DIST).flatMap(({ kind, path }) => (kind === 'short' ? [path] : []));
    expect(built.filter((address) => !recorded.includes(address))).toEqual([]);
  });
});

/** What the site of a tiny guide has, with redirects or without; all interface words are the real ones. */
async function publish(redirects: boolean) {
  const content = mkdtempSync(join(tmpdir(), 'guide-'));
  try {
    for (const part of ['guides/_whole', 'hours', ...(redirects ? ['moved'] : [])])
      cpSync(join(ROOT, 'tests/fixtures', part, 'content'), content, { recursive: true });
    const { guide, problems } = await readGuide({ content, locales: join(ROOT, 'locales'), made: '2026-11-22' });
    if (!guide) throw new Error(problems.map(({ message }) => message).join('\n'));
    return { guide, files: await publishGuide(guide) };
  } finally {
    rmSync(content, { recursive: true });
  }
}

describe('the addresses of pages that are no more', () => {
  const OLD = {
    's/closed-desk/': 's/desk/',
    's/renamed-desk/': 's/desk/',
    'dunkirk/': 'calais/',
    'dunkirk/health/': 'calais/health/',
    // Calais of this guide has no food.
    'dunkirk/food/': 'calais/',
  };
  let site: Awaited<ReturnType<typeof publish>>;
  let before: typeof site;
  const file = (path: string) => site.files.get(`${path}index.html`) ?? '';
  beforeAll(async () => {
    site = await publish(true);
    before = await publish(false);
  }, 120_000);

  it.each(Object.entries(OLD))('%s is the page %s in every language, below a sentence of that language', (old, now) => {
    const sentences = site.guide.languages.map(({ lang }) => {
      const [note = '', sentence = ''] =
        /<p class="note" data-moved[^>]*>.*?<span>(.*?)<\/span><\/p>/s.exec(file(`${lang}/${old}`)) ?? [];
      expect(sentence.length).toBeGreaterThan(30);
      expect(file(`${lang}/${old}`).replace(note, '')).toBe(file(`${lang}/${now}`));
      return sentence;
    });
    expect(new Set(sentences).size).toBe(site.guide.languages.length);
  });

  it('name the living page as the right one, and send nobody on before the sentence is read', () => {
    for (const [old, now] of Object.entries(OLD)) {
      const tags = tagsOf(file(`ar/${old}`));
      expect(tags.find(({ attributes }) => attributes.rel === 'canonical')?.attributes.href).toBe(`/ar/${now}`);
      expect(tags.filter(({ attributes }) => attributes['http-equiv'] === 'refresh')).toEqual([]);
    }
  });

  it.each(['s/closed-desk/', 'n/dunkirk/', 'n/dunkirk/food/'])('on paper, %s, open in every language', (short) => {
    const links = tagsOf(file(short)).filter(({ name, attributes }) => name === 'a' && attributes.hreflang);
    const rest = short.replace(/^n\//, '');
    expect(links.map(({ attributes }) => attributes.href)).toEqual(site.guide.languages.map(({ lang }) => `/${lang}/${rest}`));
  });

  const packsOf = (files: Map<string, string>, lang: string) => {
    const list = JSON.parse(files.get(`packs/${lang}.json`) ?? '') as PackList;
    const texts = (kind: string) => list.files.filter((one) => one.kind === kind).map(({ url }) => files.get(url) ?? '');
    return {
      shell: inEdition(texts('shell')[0] ?? '', list.signs),
      pages: Object.assign({}, ...texts('pack').map((text) => JSON.parse(text))) as Pack,
    };
  };

  it('are put together on a phone with the bytes that were published', () => {
    const { shell, pages } = packsOf(site.files, 'ar');
    for (const rest of Object.keys(OLD)) {
      const page = pages[rest];
      expect(page && composePage(shell, { ...page, rest }, pages)).toBe(file(`ar/${rest}`));
    }
  });

  it('are not found by searching: the living page is', () => {
    const { pages } = packsOf(site.files, 'en');
    expect(findables(pages).filter(({ rest }) => rest in OLD)).toEqual([]);
    expect(findables(pages).filter(({ rest }) => rest === 's/desk/')).toHaveLength(1);
  });

  it('cost a phone next to nothing, and nothing where there are none', () => {
    const weight = ({ files }: typeof site) => JSON.parse(files.get('costs.json') ?? '').en.transfer as number;
    expect(weight(site) - weight(before)).toBeLessThan(400);
    expect([...before.files].filter(([, text]) => /data-moved|"instead"/.test(text)).map(([path]) => path)).toEqual([]);
  });
});
