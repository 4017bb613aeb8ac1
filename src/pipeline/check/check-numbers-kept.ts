import type { Problems } from '../problems.ts';
import type { Sources } from '../read/read-sources.ts';
import { type SegmentPair, upToDatePairs } from '../translation/segment-pairs.ts';
import { type FoundNumber, numbersIn, numbersMissing } from './numbers-in-words.ts';

/** A translation has the numbers, times and phone numbers of its source, in any order and in any digits. */
export function checkNumbersKept({ translations }: Sources, problems: Problems): void {
  const hasFailed = ({ file, source }: SegmentPair) => problems.failedIn(file.file) || problems.failedIn(source.file);
  const comparable = upToDatePairs(translations).filter((pair) => !hasFailed(pair));
  for (const pair of comparable) checkPair(pair, problems);
}

function checkPair({ file, segment, source, original }: SegmentPair, problems: Problems): void {
  const own = numbersIn(segment.text);
  const wanted = numbersIn(original.text);
  const missing = numbersMissing(own, wanted);
  const strange = numbersMissing(wanted, own).filter((number) => !isExplained(number, original.text, wanted));
  const where = `${source.file}:${original.at.line}`;
  const wrong = missing.filter(isLarge);
  if (wrong.length || strange.length) {
    const parts = [wrong.length && `lacks ${listed(wrong)}`, strange.length && `has ${listed(strange)} instead or too much`];
    problems.error(file.file, segment.at, `This text ${parts.filter(Boolean).join(' and ')}. Write the numbers of ${where}.`);
    return;
  }
  if (missing.length)
    problems.warn(
      file.file,
      segment.at,
      `The number ${listed(missing)} of the source is missing. Write it as a digit. See ${where}.`,
    );
}

const listed = (numbers: readonly FoundNumber[]) => numbers.map(({ value }) => value).join(', ');

/** A number of one digit is often written as a word, in the source or in the translation. */
const isLarge = ({ kind, value }: FoundNumber) => kind !== 'number' || value.length > 1;

const MONTHS =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/i;
const HIGHEST_MONTH = 12;

/**
 * What a translation may have more than its source: a digit for a word, a number once more, and the number of a month
 * that the source names (Vietnamese months are numbers; "25 December" may be "25.12").
 */
function isExplained(number: FoundNumber, source: string, wanted: readonly FoundNumber[]): boolean {
  if (!isLarge(number) || wanted.some(({ value }) => value === number.value)) return true;
  const [day, month = day] = number.value.split('.');
  const isKnownDay = month === day || wanted.some(({ value }) => value === day);
  return number.kind === 'number' && isKnownDay && Number(month) <= HIGHEST_MONTH && MONTHS.test(source);
}
