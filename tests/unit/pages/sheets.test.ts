import { describe, expect, it } from 'vitest';
import { codePicture } from '../../../src/guide/code-picture.ts';
import { allSheets, codePath, type Sheet, sheetName } from '../../../src/guide/sheets.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { renderSheet, type SheetOptions } from '../../../src/pages/render.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE } from '../pipeline/guide-fixtures.ts';

const guide = (await readGuide({ content: 'content', locales: 'locales', made: MADE })).guide as Guide;
const SITE = 'https://guide.example/';
const options: SheetOptions = { base: '/', css: '', site: SITE, made: MADE };
const draw = (sheet: Sheet, more: Partial<SheetOptions> = {}) => renderSheet(guide, sheet, { ...options, ...more });

/** One of each kind in each language, and the posters and stickers, which have all of them. */
const sheets = allSheets(guide);
const few = sheets.filter((sheet) => !('rest' in sheet) || !sheet.rest.startsWith('s/') || sheet.rest.startsWith('s/calais-'));

const textOf = (html: string) =>
  html
    .replace(/<(style|script|title)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const word = (lang: string, key: string) => guide.words[lang]?.[key]?.value ?? '?';

describe('every sheet', () => {
  it('says its language and direction, its title, and has one first heading', () => {
    const faults = few.filter((sheet) => {
      const html = draw(sheet);
      const lang = 'lang' in sheet ? sheet.lang : guide.sourceLang;
      const dir = guide.languages.find((one) => one.lang === lang)?.dir;
      return (
        !html.startsWith(`<!doctype html><html lang="${lang}" dir="${dir}"`) ||
        !new RegExp(`<title>[^<]+ · ${sheetName(sheet)}</title>`).test(html) ||
        html.match(/<h1/g)?.length !== 1
      );
    });
    expect(faults.map(sheetName)).toEqual([]);
  }, 120_000);

  it('has no mark left unfilled', () => {
    const faults = few.flatMap((sheet) => textOf(draw(sheet)).match(/@@\w+|\{\{.{0,20}|\bundefined\b|\[object|\bNaN\b/g) ?? []);
    expect(faults).toEqual([]);
  }, 120_000);

  it('shows the code of its own short address, and the address in words', () => {
    const faults = few.filter((sheet) => {
      const html = draw(sheet);
      const path = codePath(sheet);
      const code = codePicture([...new TextEncoder().encode(SITE + path)]);
      const written = html.match(/<bdi class="address".*?<\/bdi>/)?.[0] ?? '';
      return (
        !html.includes(path ? `data-code="${path}"` : 'data-code ') ||
        !html.includes(`viewBox="0 0 ${code?.size} ${code?.size}"><path d="${code?.path}"`) ||
        textOf(written).replaceAll(' ', '') !== `guide.example/${path}`.replace(/\/$/, '')
      );
    });
    expect(faults.map(sheetName)).toEqual([]);
  }, 120_000);

  it('tells its day and its name, so that old paper is known (cards and stickers are too small for it)', () => {
    const big = few.filter(({ kind }) => kind !== 'cards' && kind !== 'stickers');
    expect(big.filter((sheet) => !textOf(draw(sheet)).includes(`${MADE} · ${sheetName(sheet)}`)).map(sheetName)).toEqual([]);
  }, 120_000);
});

describe('a poster', () => {
  it('says what the code leads to in every language, each by its own name', () => {
    const whole = textOf(draw({ kind: 'poster', rest: '' }));
    const food = textOf(draw({ kind: 'poster', rest: 'calais/food/' }));
    for (const { lang, name } of guide.languages) {
      expect(whole).toContain(name);
      expect(whole).toContain(word(lang, 'need.health'));
      expect(food).toContain(name);
      expect(food).toContain(`${word(lang, 'need.food')} · ${word(lang, 'town.calais')}`);
    }
  });

  it('has a field for the stamp of who hangs it up', () => {
    expect(textOf(draw({ kind: 'poster', rest: '' }))).toContain('Cachet · Stamp');
  });

  it('has no word that says who the reader is, nor have stickers of a town or need, or cards', () => {
    const labels =
      /migrant|réfugié|refugee|asylum seeker|demandeur d.asile|exilé|illegal|undocumented|sans-papiers|لاجئ|مهاجر|پناهنده|پناهجو|کۆچبەر|پەنابەر|ስደተ|qaxooti|baqataa|penaber|koçber|người tị nạn|di dân/i;
    // The address of a service holds the name that an association gave itself.
    const general = sheets.filter((sheet) => sheet.kind === 'cards' || ('rest' in sheet && !sheet.rest.startsWith('s/')));
    expect(general.length).toBeGreaterThan(50);
    expect(general.filter((sheet) => labels.test(textOf(draw(sheet)))).map(sheetName)).toEqual([]);
  }, 120_000);
});

describe('a leaflet', () => {
  it.each(guide.languages.map(({ lang }) => lang))(
    'in %s has the first numbers, and the needs of the town by their words',
    (lang) => {
      const text = textOf(draw({ kind: 'leaflet', lang, town: 'calais' }));
      for (const { phone } of guide.emergency.slice(0, 4)) expect(text).toContain(` ${phone.display} `);
      for (const { id } of guide.needs) expect(text).toContain(word(lang, `need.${id}`));
    },
  );

  it('says how old what it tells is', () => {
    const html = draw({ kind: 'leaflet', lang: 'en', town: 'calais' });
    const entries = html.match(/<article class="entry">.*?<\/article>/gs) ?? [];
    expect(entries.length).toBeGreaterThan(20);
    expect(entries.filter((entry) => !/Not confirmed since|Source without a date|Information of/.test(entry))).toEqual([]);
  });
});

describe('a booklet', () => {
  it.each(guide.languages.map(({ lang }) => lang))('in %s tells every service, number, topic and sentence, each once', (lang) => {
    const html = draw({ kind: 'booklet', lang });
    for (const { id } of guide.services) expect(html.split(`id="s-${id}"`)).toHaveLength(2);
    for (const { id } of guide.topics) expect(html.split(`id="t-${id}"`)).toHaveLength(2);
    expect(html.match(/<article class="number">/g)).toHaveLength(guide.emergency.length);
    expect(html.match(/<article class="sentence">/g)).toHaveLength(guide.cards.length);
  });

  it('has contents whose lines all lead somewhere', () => {
    const html = draw({ kind: 'booklet', lang: 'en' });
    const targets = [...html.matchAll(/data-page-of="([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  });
});

describe('a card', () => {
  it('has three sentences, in French and beside it in the own language', () => {
    const text = textOf(draw({ kind: 'cards', lang: 'ar' }));
    expect(text.split('Je suis en danger.')).toHaveLength(11);
    expect(text).toContain('أنا في خطر');
    expect(text).toContain('arabe');
  });

  it('in French has them once', () => {
    expect(textOf(draw({ kind: 'cards', lang: 'fr' })).split('Je suis en danger.')).toHaveLength(11);
  });
});

it('where the address of the site is not known, the place of a code stays empty for the script', () => {
  const html = draw({ kind: 'poster', rest: 'calais/' }, { site: '' });
  expect(html).toContain('<svg class="code" data-code="n/calais/" role="img" aria-label="n/calais"></svg>');
});

it('a code that would be too long is an error that says what to do', () => {
  const site = `https://${'a'.repeat(100)}.example/`;
  expect(() => draw({ kind: 'poster', rest: '' }, { site })).toThrow('give the site a shorter one');
});
