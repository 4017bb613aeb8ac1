import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface ReadNumber {
  /** E.164 (`+33321463333`) or a short number (`115`). */
  number: string;
  /** As people in France write it. */
  display: string;
}

const SHORT = /^\d{2,6}$/;

/**
 * Reads a phone number that people in France can dial; `undefined` when it is none.
 * @example readNumber('+33 3 21 46 33 33') -> { number: '+33321463333', display: '03 21 46 33 33' }
 */
export function readNumber(text: string): ReadNumber | undefined {
  const given = text.trim();
  if (SHORT.test(given)) return { number: given, display: given };
  if (!/^[+\d][\d .-]+$/.test(given)) return undefined;
  const parsed = parsePhoneNumberFromString(given, 'FR');
  if (!parsed?.isValid()) return undefined;
  const display = parsed.countryCallingCode === '33' ? parsed.formatNational() : parsed.formatInternational();
  return { number: parsed.number, display };
}

/** Digits only, for telling whether two ways of writing are the same number. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '');
