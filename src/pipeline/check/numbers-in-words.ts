/** The numbers that stand in a text, in whatever digits and order it has them. */

export interface FoundNumber {
  kind: 'phone' | 'time' | 'number';
  /** In Latin digits and without spaces: `0321463333`, `09:30`, `1500`, `0.5`. */
  value: string;
}

/** Where the digits 0-9 of other scripts begin. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0e50, 0x1040, 0xff10];

/** @example latinDigits('۱۴:۳۰') -> '14:30' */
export const latinDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/** Placeholders and addresses have checks of their own. */
const NO_NUMBERS = /\{\{[^}]*\}\}|https?:\S+|\S+@\S+/g;

/** The first that fits wins; a space inside may be a no-break one, a decimal point an Arabic one. */
const KINDS: readonly [kind: FoundNumber['kind'], pattern: RegExp][] = [
  ['phone', /\+\d{1,3}(?:[ \u00A0\u202F.-]?\d{1,4}){2,}|(?<!\d)0(?:[ \u00A0\u202F.-]?\d){9}(?!\d)/],
  ['time', /(?<![\d:])\d{1,2}(?:[:٫]| ?h ?)[0-5]\d(?![\d:])|(?<!\d)\d{1,2} ?h(?!\p{L})/u],
  ['number', /\d{1,3}(?:[ \u00A0\u202F,.٬]\d{3})+(?!\d)|\d+[.,٫]\d+|\d+/],
];
const ANY = new RegExp(KINDS.map(([, { source }]) => `(${source})`).join('|'), 'gu');

/** @example numbersIn('Call 03 21 46 33 33 until 9 h 30.') -> phone 0321463333, time 09:30 */
export function numbersIn(text: string): FoundNumber[] {
  const found = latinDigits(text).replace(NO_NUMBERS, ' ').matchAll(ANY);
  return [...found].map(([written, ...groups]) => {
    const kind = KINDS[groups.findIndex((group) => group !== undefined)]?.[0] ?? 'number';
    return { kind, value: NORMALISE[kind](written) };
  });
}

const NORMALISE: Record<FoundNumber['kind'], (written: string) => string> = {
  phone: (written) => written.replace(/\D/g, '').replace(/^(?:00)?33(?=\d{9}$)/, '0'),
  time: (written) => {
    const [hour = '', minute = '00'] = written.match(/\d+/g) ?? [];
    return `${hour.padStart(2, '0')}:${minute}`;
  },
  number: (written) => (/^\d{1,3}(?:\D\d{3})+$/.test(written) ? written.replace(/\D/g, '') : written.replace(/[,٫]/, '.')),
};

/** What stands in `wanted` more often than in `own`. */
export function numbersMissing(own: readonly FoundNumber[], wanted: readonly FoundNumber[]): FoundNumber[] {
  const left = own.map(({ value }) => value);
  return wanted.filter(({ value }) => {
    const index = left.indexOf(value);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}
