import { describe, expect, test } from 'vitest';
import { foldLetters, foldWords } from '../../../src/guide/fold-letters.ts';

describe('one word, however it is typed', () => {
  test.each([
    ['case and accents', ['Hôpital', 'HOPITAL', 'ho\u0302pital']],
    ['Vietnamese marks', ['Bác sĩ', 'bac si', 'BÁC SĨ']],
    ['Vietnamese đ', ['Đồ ăn', 'do an']],
    ['Turkish and Kurdish letters', ['şarj', 'SARJ', 'ŞARJ']],
    ['doubled letters', ['bishaan', 'bishan', 'bishhaan']],
    ['alef and hamza', ['أكل', 'اكل', 'إكل', 'ٱكل']],
    ['yeh', ['مستشفى', 'مستشفي', 'مستشفی']],
    ['kaf', ['کمک', 'كمك']],
    ['teh marbuta', ['محامية', 'محاميه']],
    ['vowel signs', ['مُسْتَشْفَى', 'مستشفى']],
    ['the stretching line', ['طــعــام', 'طعام']],
    ['a hamza that stands alone', ['ماء', 'ما']],
    ['joiners', ['می\u200cخواهم', 'میخواهم']],
    ['Pashto letters on a Persian keyboard', ['ډاکټر', 'داکتر']],
    ['Urdu letters on an Arabic keyboard', ['ڈاکٹر', 'داكتر']],
    ['Sorani letters on an Arabic keyboard', ['دکتۆر', 'دكتور']],
    ['Persian letters on an Arabic keyboard', ['پلیس', 'بليس']],
    ['letters of old Arabic fonts', ['\ufee3\ufe8e\u0621', 'ماء']],
    ['digits', ['١١٢', '۱۱۲', '112']],
    ['Ethiopic letters of one sound: h', ['ሓኪም', 'ሐኪም', 'ሃኪም', 'ኀኪም']],
    ['Ethiopic letters of one sound: s', ['ሰው', 'ሠው']],
    ['Ethiopic letters of one sound: a', ['ዓይን', 'አይን', 'ኣይን', 'ዐይን']],
    ['Ethiopic letters of one sound: ts', ['ጸሎት', 'ፀሎት']],
    ['Ethiopic in Latin letters', ['ሆስፒታል', 'hospital']],
    ['œ and ß', ['Sœur', 'soeur']],
  ])('%s', (_, ways) => {
    expect(new Set(ways.map(foldLetters)).size).toBe(1);
    expect(foldLetters(ways[0] ?? '')).not.toBe('');
  });

  test.each([
    ['ماء', 'مال'],
    ['ምግቢ', 'ማይ'],
    ['112', '12'],
    ['119', '19'],
  ])('%s and %s stay two words', (one, other) => expect(foldLetters(one)).not.toBe(foldLetters(other)));
});

describe('the words of a text', () => {
  test.each([
    ['L’accueil de jour', 'acueil de jour'],
    ["l'eau, d'abord", 'eau abord'],
    ['ba’uu', 'bau'],
    ['والمستشفى بالمدينة', 'مستشفی مدینه'],
    ['الماء', 'الما'],
    ['Day-centre (MER)', 'day centre mer'],
    ['ሰላም፡ዓለም።', 'selam alem'],
    ['116 000', '116 000'],
    [' … ', ''],
  ])('%s', (text, words) => expect(foldWords(text).join(' ')).toBe(words));
});

test('folding twice changes nothing more, so what is folded may be folded again', () => {
  for (const text of ['Hôpital', 'مُستشفى', 'ሆስፒታል', 'Đồ ăn', 'ډاکټر']) {
    expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
  }
});
