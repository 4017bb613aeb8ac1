import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composePage, inEdition } from '../../src/guide/compose-page.ts';
import { filesToKeep, INTEGRITY_LENGTH, isInPieces, PACK_FORMAT, type Pack, type PackList } from '../../src/guide/packs.ts';
import { keysIn, keysUrl, MOST_PIECES, pieceUrl } from '../../src/guide/pieces.ts';
import { builtPages } from '../../src/pipeline/built-pages.ts';
import { builtLanguages, filesBelow, fileWeight, readCosts, readPackList } from '../../src/pipeline/site-weight.ts';
import { DIST } from './built-site.ts';
import { sha256 } from './hashes.ts';

const pages = builtPages(DIST);
const read = (url: string) => readFileSync(join(DIST, url), 'utf8');

/** What a phone can show from the files of one list. */
function composeAll({ lang, files, signs }: PackList): Map<string, string> {
  const shell = inEdition(read(files.find(({ kind }) => kind === 'shell')?.url ?? 'no shell'), signs);
  const packs = files.filter(({ kind }) => kind === 'pack').map(({ url }) => JSON.parse(read(url)) as Pack);
  const entries = packs.flatMap((pack) => Object.entries(pack));
  return new Map(
    entries.map(([rest, parts]) => [`${lang}/${rest}`, composePage(shell, { ...parts, rest }, Object.fromEntries(entries))]),
  );
}

describe.each(builtLanguages(DIST))('the packs of %s', (lang) => {
  const list = readPackList(DIST, lang);

  it('say their format, language and day', () => {
    expect(list).toMatchObject({ format: PACK_FORMAT, lang, made: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(list.files.filter(({ kind }) => kind === 'shell')).toHaveLength(1);
  });

  it('are the very files that the list promises', () => {
    const found = filesToKeep(list, true)
      .map(({ url }) => readFileSync(join(DIST, url)))
      .map((raw) => [raw.length, sha256(raw).slice(0, INTEGRITY_LENGTH)]);
    expect(found).toEqual(filesToKeep(list, true).map(({ bytes, integrity }) => [bytes, integrity]));
  });

  it('say how many bytes go over the air', () => {
    const sum = list.files.reduce((total, { url }) => total + fileWeight(join(DIST, url)), 0);
    const { transfer = 0 } = readCosts(DIST)[lang] ?? {};
    expect(Math.abs(transfer - sum) / sum).toBeLessThan(0.01);
  });

  it('are named so that a changed file has another address', () => {
    for (const { url, kind } of list.files) {
      expect(url).toMatch(kind === 'asset' ? /^(assets|packs)\// : new RegExp(`^packs/${lang}/`));
      expect(url).toMatch(/[.-][\w-]{8,}\.[a-z]+$/);
    }
  });

  it('are published in pieces as well, a pack in as many as it has pages', () => {
    for (const { url, kind } of list.files.filter(isInPieces)) {
      const keys = keysIn(read(keysUrl(url)));
      expect(keys.map((key) => read(pieceUrl(url, key))).join('')).toBe(read(url));
      // Of a frame, style and head change together: they must be few of all.
      if (kind === 'pack') expect(keys).toHaveLength(Object.keys(JSON.parse(read(url))).length);
      else expect(keys.length).toBeGreaterThanOrEqual(2 / MOST_PIECES);
    }
  });

  it('hold every page, and on a phone each has the bytes that were published', () => {
    const composed = composeAll(list);
    const built = new Map(pages.filter((page) => page.lang === lang).map(({ path, html }) => [path, html]));
    expect([...composed.keys()].sort()).toEqual([...built.keys()].sort());
    for (const [path, html] of built) expect(composed.get(path) === html, `/${path} is the same`).toBe(true);
  });
});

it('no pack is published that no list names', () => {
  const langs = builtLanguages(DIST);
  const lists = langs.flatMap((lang) => filesToKeep(readPackList(DIST, lang), true));
  const pieces = lists
    .filter(isInPieces)
    .flatMap(({ url }) => [keysUrl(url), ...keysIn(read(keysUrl(url))).map((key) => pieceUrl(url, key))]);
  const named = new Set([...lists.map(({ url }) => url), ...pieces]);
  const packs = filesBelow(DIST).filter((file) => /^packs\/[^/]+\//.test(file));
  expect(packs.filter((file) => !named.has(file))).toEqual([]);
});
