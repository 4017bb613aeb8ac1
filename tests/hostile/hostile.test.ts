/** Hostile strings at every door of a guide, without a browser: refused where they stand, or harmless in what is let through. tests/e2e/hostile.spec.ts looks at the pages. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findHidden } from '../../src/pipeline/check/hidden-characters.ts';
import { templateMark } from '../../src/pipeline/check/template-marks.ts';
import { type Problem, Problems } from '../../src/pipeline/problems.ts';
import { checkShape } from '../../src/pipeline/read/check-shape.ts';
import { readBaseMap } from '../../src/pipeline/read/read-base-map.ts';
import { guideSettings } from '../../src/pipeline/read/setting-schemas.ts';
import { readFixture } from '../unit/pipeline/guide-fixtures.ts';
import { openWorkshop } from '../unit/pipeline/translation/workshop.ts';
import { DOORS, type Settled, settle, shareOut } from './doors.ts';
import { visitsOf } from './pack.ts';
import { hostileStrings } from './strings.ts';

/** Each string at two doors; `EVERY_STRING=1` tries all of them at all. */
const STRIDE = process.env.EVERY_STRING ? 1 : 24;
const strings = hostileStrings();

describe('every door', () => {
  const settled: Settled = { refused: new Map(), accepted: [], others: [] };
  beforeAll(async () => {
    for (const share of shareOut(visitsOf(STRIDE))) {
      const { refused, accepted, others } = await settle(share);
      for (const [visit, problem] of refused) settled.refused.set(visit, problem);
      settled.accepted.push(...accepted);
      settled.others.push(...others);
    }
  }, 600_000);

  test('more than two thousand different strings are tried', () => {
    expect(new Set(strings.map(({ text }) => text)).size).toBeGreaterThan(2000);
    expect(new Set([...settled.refused.keys(), ...settled.accepted].map(({ door }) => door))).toEqual(new Set(DOORS));
  });

  test('what is refused is refused where it stands, in a sentence that a terminal may show', () => {
    expect(settled.others).toEqual([]);
    const unclear = [...settled.refused.values()].filter((problem) => !isClear(problem));
    expect(unclear.slice(0, 5)).toEqual([]);
    expect(settled.refused.size).toBeGreaterThan(2000);
  });

  test('nothing let through hides a sign, opens a tag where words stand, or is a mark of the templates', () => {
    const wrong = settled.accepted.filter(({ door, texts: [text = ''] }) => {
      return (
        findHidden(text.replaceAll('\r\n', '\n'), scriptAt(door)).length > 0 ||
        text.includes('@@') ||
        (isLine(door) && /</.test(text))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('hours are hours: nothing else gets in, and no words beside them', () => {
    const hours = settled.accepted.filter(({ door }) => /hours/.test(door) && door !== 'hours_note');
    expect(hours.map(({ texts }) => texts[0])).toEqual([]);
  });

  test('no link let through leads to another scheme, or to a name that looks like another', () => {
    const links = settled.accepted.filter(({ door }) => ['address of a link', 'website', 'url'].includes(door));
    const wrong = links.filter(
      ({ texts: [text = ''] }) => !/^(?:https:\/\/[a-z0-9.-]+(?:[/?#]|$)|tel:115$|\.\.\/|!\[words\]\[ref\])/.test(text),
    );
    expect(wrong.map(({ door, texts }) => [door, texts[0]])).toEqual([]);
  });
});

/** languages.yaml holds every script. */
const scriptAt = (door: string) =>
  ['own name', 'french name', 'first day', 'habesha', 'weekday', 'month'].includes(door)
    ? 'Zyyy'
    : door.startsWith('ar ')
      ? 'Arab'
      : 'Latn';

/** Where one line is asked for; in bodies and without quotes a `<` may be an arrow. */
const isLine = (door: string) => !/paragraph|heading|point|link|text|quotes|interface/.test(door);

const isClear = ({ line, column, message }: Problem) =>
  line >= 1 &&
  column >= 1 &&
  /[.?]$/.test(message) &&
  !/undefined|\[object|\n/.test(message) &&
  findHidden(message, 'Zyyy').every(({ message: hidden }) => !/U\+(?:20|00)/.test(hidden));

describe('settings of the whole guide', () => {
  const at = () => ({ line: 1, column: 1 });
  const settings = {
    site: '',
    source_language: 'en',
    time_zone: 'Europe/Paris',
    holidays: { country: 'fr', state: 'Hauts-de-France' },
    towns: [{ id: 'calais', french: 'Calais', bounds: { south: 50, west: 1, north: 51, east: 2 } }],
    needs: [{ id: 'food', icon: 'food' }],
  };
  const isTaken = (value: object) =>
    checkShape(guideSettings, { file: 'content/guide.yaml', value: { ...settings, ...value }, at }, new Problems()) !== undefined;

  test.each([
    ['site', '', (value: string) => ({ site: value })],
    ['site', 'https://example.org', (value: string) => ({ site: value })],
    ['repository', '', (value: string) => ({ repository: value })],
    ['repository', 'https://example.org/', (value: string) => ({ repository: value })],
    ['mailbox of the editors', '', (value: string) => ({ editors: { email: value } })],
    ['icon', '', (value: string) => ({ needs: [{ id: 'food', icon: value }] })],
    ['town', '', (value: string) => ({ towns: [{ ...settings.towns[0], id: value }] })],
  ])('%s, behind "%s": nothing gets in that could end a quote or call a script', (_, before, write) => {
    const values = strings.map(({ text }) => before + text).filter((value) => !templateMark(value) && isTaken(write(value)));
    expect(values.filter((value) => !/^(?:https:\/\/[^\s"<>`]+|[a-z0-9-]+)?$/.test(value))).toEqual([]);
  });

  test('names on the base map are names', async () => {
    const content = mkdtempSync(join(tmpdir(), 'guide-base-'));
    mkdirSync(join(content, 'map'));
    const [feature] = (
      JSON.parse(readFileSync('content/map/base.geojson', 'utf8')) as { features: { properties: { k: string } }[] }
    ).features.filter(({ properties }) => properties.k === 'place');
    const taken: string[] = [];
    for (const { text } of strings) {
      const features = [{ ...feature, properties: { ...feature?.properties, n: text } }];
      writeFileSync(join(content, 'map/base.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
      if (await readBaseMap(content, new Problems())) taken.push(text);
    }
    rmSync(content, { recursive: true });
    expect(taken.filter((text) => !/^[\p{L}\p{M}’' -]+$/u.test(text))).toEqual([]);
  });
});

describe('sheets of translators', () => {
  const row = (text: string) => ({
    where: 'row 2',
    id: 'ar/services/hospital#summary',
    source: 'Doctors and nurses.',
    translation: `أطباء وممرضات. ${text}`,
    mark: 'sure' as const,
  });
  const some = strings.filter((_, index) => index % 190 === 0);

  test.each(some)('$family: $text', async ({ text }) => {
    const workshop = openWorkshop('tiny');
    const before = workshop.files('content', 'locales');
    const { faults } = await workshop.putBack([row(text)]);
    if (faults.length > 0) {
      expect(faults.join('\n')).toMatch(/^row 2: .*[.?]$/s);
      expect(workshop.files('content', 'locales')).toEqual(before);
    } else expect(`${text}`).not.toMatch(/[<>]|@@/);
  });
});

describe('numbers', () => {
  const body = (text: string) => `---\ntitle: T\nsummary: S\n---\n${text}\n`;
  const source = 'Call [115](tel:115) or the [hospital](tel:+33321463333) before 09:30, at the latest after 45 days.';
  const right = 'اتصل بالرقم [115](tel:115) أو [بالمستشفى](tel:+33321463333) قبل 09:30 وعلى أبعد تقدير بعد 45 يومًا.';
  const problemsOf = async (text: string) =>
    (await readFixture(undefined, { 'content/en/topics/sea.md': body(source), 'content/ar/topics/sea.md': body(text) })).problems;

  test.each([
    ['[115](tel:115)', '[118](tel:115)'],
    ['[115](tel:115)', '[118](tel:118)'],
    ['[115](tel:115)', '[بهذا الرقم](tel:+33321463333)'],
    ['[115](tel:115)', '[115](sms:115)'],
    ['[115](tel:115)', '[115](https://example.org/)'],
    ['[115](tel:115)', '١١٨'],
    ['[115](tel:115)', '0899 12 34 56'],
    ['(tel:+33321463333)', '(tel:+33321463334)'],
    ['(tel:+33321463333)', '(tel:115)'],
    ['[بالمستشفى](tel:+33321463333)', '03 21 46 33 34'],
    ['09:30', '19:30'],
    ['45', '90'],
    ['45', '45 (06 12 34 56 78)'],
  ])('%s changed to %s in a translation is refused', async (from, to) => {
    expect(right).toContain(from);
    const errors = (await problemsOf(right.replace(from, to))).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ file, line }) => `${file}:${line}`)).toContain('content/ar/topics/sea.md:5');
  });

  test('the same numbers are let through', async () => expect(await problemsOf(right)).toEqual([]));
});
