import { describe, expect, test } from 'vitest';
import { FILE_START } from '../../../../src/pipeline/problems.ts';
import { contextOf, noteOf } from '../../../../src/pipeline/translation/segment-notes.ts';
import { plainSegment } from '../../../../src/pipeline/translation/segments.ts';
import { translationRows } from '../../../../src/pipeline/translation/translation-rows.ts';
import { openWorkshop } from './workshop.ts';

const word = (key: string, value: string) => plainSegment(key, value, FILE_START);
const help = (description: string) => ({ descriptions: new Map([['a', description]]), terms: [] });

describe('how long a word may be', () => {
  test.each([
    ['as long as its description says', 'Guide', 'Name under the icon; at most 14 letters.', 'At most 14 letters.'],
    ['a word on a small button stays short', 'Home', 'Button in the bar; one short word.', 'At most 12 letters.'],
    ['on other buttons half as long again', 'Remove from this phone everything', 'Button that removes.', 'At most 50 letters.'],
    ['a sentence as long as it needs to be', 'Ask before you go.', 'Said below the hours.', ''],
  ])('%s', (_, value, description, note) => {
    expect(noteOf(word('a', value), 'words', help(description))).toBe(note);
  });
});

test('a translator is told what must stay', () => {
  expect(noteOf(word('a', 'From {{from}} to {{to}}'), 'words', help(''))).toBe('Keep {{from}} and {{to}} as it is.');
  expect(noteOf(word('b', 'See **[here](../services/a.md)**'), 'topics/sea', help(''))).toBe(
    'Translate what stands in [ ]; keep what stands in ( ). Keep ** around what is most important.',
  );
});

test('a plural form has the description of its word', () => {
  expect(contextOf(word('a_few', 'x'), 'words', undefined, new Map([['a', 'Number of places.']]))).toBe('Number of places.');
});

test('a paragraph names its page and the heading it stands under', async () => {
  const rows = translationRows(await openWorkshop('tiny').sources(), 'ar');
  expect(rows.find(({ id }) => id === 'ar/topics/sea#body.1.1')?.context).toBe(
    'Safety at sea, "Who can help": List: as many lines as the source, each with its "- ".',
  );
});

test('the words that the glossary has chosen stand beside the text', async () => {
  const workshop = openWorkshop('tiny');
  workshop.write('locales/glossary.csv', 'source,lang,translation,note\nhospital,ar,مستشفى,any hospital\n');
  const rows = translationRows(await workshop.sources(), 'ar');
  expect(rows.find(({ id }) => id === 'ar/topics/sea#body.1.1')?.note).toContain('hospital: "مستشفى" (any hospital).');
});
