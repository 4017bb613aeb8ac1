import { afterEach, expect, test, vi } from 'vitest';
import { makePage } from '../../../src/pages/page-context.ts';
import { renderShell } from '../../../src/pages/shell.tsx';
import { dateInWords } from '../../../src/pages/texts.tsx';
import { guideWords } from '../../../src/pages/words.ts';
import { readGuide } from '../../../src/pipeline/make-guide.ts';
import { MADE } from '../pipeline/guide-fixtures.ts';

const { guide } = await readGuide({ content: 'tests/fixtures/guides/_whole/content', locales: 'locales', made: MADE });
if (!guide) throw new Error('no guide');
const DAYS = Array.from({ length: 12 }, (_, i) => `2027-${String(i + 1).padStart(2, '0')}`).flatMap((month) => [
  `${month}-01`,
  `${month}-21`,
]);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test.each(guide.languages.map((language) => ({ lang: language.lang, language })))(
  'a script says a date in $lang just as the page does',
  async ({ language }) => {
    const page = makePage(guide, language, '/', guideWords(guide));
    const html = renderShell(guide, language, { base: '/', css: '', script: '', beforePaint: '', policy: '' });
    const textContent = /<script type="application\/json" id="words">(.*?)<\/script>/.exec(html)?.[1];
    vi.stubGlobal('document', { querySelectorAll: () => [{ textContent }] });
    const script = await import('../../../src/islands/words.ts');
    expect(DAYS.map(script.dateInWords)).toEqual(DAYS.map((day) => dateInWords(page, day)));
  },
);

test('the first of a month is 1er in French, and 1 in English', () => {
  const say = (lang: string, day: string) => {
    const language = guide.languages.find((one) => one.lang === lang);
    return language && dateInWords(makePage(guide, language, '/', guideWords(guide)), day);
  };
  expect(say('fr', '2027-01-01')).toBe('1er janvier 2027');
  expect(say('fr', '2027-01-11')).toBe('11 janvier 2027');
  expect(say('en', '2027-01-01')).toBe('1 January 2027');
});
