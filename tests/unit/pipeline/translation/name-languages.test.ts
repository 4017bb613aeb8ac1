import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cldrNames } from '../../../../src/pipeline/translation/cldr-names.ts';
import { nameLanguages, newLanguage } from '../../../../src/pipeline/translation/name-languages.ts';

const LIST = join(import.meta.dirname, '../../../../locales/languages.yaml');

describe('naming languages', () => {
  it('writes days and months in the language itself, on whatever machine', () => {
    expect(cldrNames('so')).toMatchObject({ name: 'Soomaali', dir: 'ltr', script: 'Latn' });
    expect(cldrNames('so')?.weekdays[0]).toBe('Isniin');
    expect(cldrNames('ckb')).toMatchObject({ dir: 'rtl', script: 'Arab', digits: '٠١٢٣٤٥٦٧٨٩' });
  });

  it('knows Dari and Kurmanji, which CLDR has under other names', () => {
    expect(cldrNames('prs')?.months[0]).toBe('جنوری');
    expect(cldrNames('kmr')?.weekdays[0]).toBe('duşem');
  });

  it('says that it does not know a language rather than answer in the language of the machine', () => {
    expect(cldrNames('xqz')).toBeUndefined();
    expect(nameLanguages('- lang: xqz\n').unknown).toEqual(['xqz']);
  });

  it('leaves alone what was written by hand', () => {
    const { text } = nameLanguages('- lang: fr\n  name: Le français\n  english: Frensh\n  by_hand: [name]\n');
    expect(text).toContain('name: Le français\n');
    expect(text).toContain('english: French\n');
  });

  it('keeps the order of languages, and comments', () => {
    const { text } = nameLanguages('# Why this order.\n- lang: vi\n- lang: en\n');
    expect(text).toMatch(/^# Why this order\.\n- lang: vi\n[\s\S]+\n- lang: en\n/);
  });

  it('changes nothing the second time', () => {
    const once = nameLanguages('- lang: ti\n  letters: ሀሰ\n- lang: fa\n');
    expect(once.changed).toEqual(['ti', 'fa']);
    expect(nameLanguages(once.text)).toEqual({ text: once.text, changed: [], unknown: [] });
  });

  it('begins a language that is not in the list yet', () => {
    const names = cldrNames('bn');
    expect(names && newLanguage('bn', names)).toMatch(/^- lang: bn\n {2}dir: ltr\n {2}script: Beng\n {2}name: বাংলা\n/);
  });
});

// Another CLDR may have mended a name; that is no fault of the file.
describe.runIf(process.versions.cldr === '48.0')('the languages of the guide', () => {
  it('are named as CLDR has it, but for what is marked as made by hand', () => {
    expect(nameLanguages(readFileSync(LIST, 'utf8')).changed).toEqual([]);
  });
});
