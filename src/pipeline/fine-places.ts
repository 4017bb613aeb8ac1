/** Finding places in what was built, however they are written there. */

export interface FinePlace {
  lat: number;
  lon: number;
  written: string;
}

const NUMBER = String.raw`(-?\d{1,2}[.,]\d{4,})(?![\d])`;
/** `", "lon":`, `%2C`, `&mlon=`, `/`, `] [`: a few signs and letters, or signs written as their codes. */
const BETWEEN = String.raw`(?:%[0-9A-Fa-f]{2}|&#?\w{1,6};|[^\d.%]){1,14}?`;

/**
 * Every pair of numbers finer than three decimals that is a latitude and a longitude of this coast, in either order.
 * Overlapping ones too: of three numbers in a row the last two may be the place.
 * @example finePlaces('?mlat=50.9398&mlon=1.89115') -> [{ lat: 50.9398, lon: 1.89115, written: '50.9398&mlon=1.89115' }]
 */
export function finePlaces(text: string): FinePlace[] {
  return [...text.matchAll(PAIR)].flatMap(([, written = '', one = '', other = '']) => {
    const [a, b] = [toNumber(one), toNumber(other)];
    if (isLatitude(a) && isLongitude(b)) return [{ lat: a, lon: b, written }];
    return isLongitude(a) && isLatitude(b) ? [{ lat: b, lon: a, written }] : [];
  });
}

const PAIR = new RegExp(String.raw`(?<![\d.])(?=(${NUMBER}${BETWEEN}${NUMBER}))`, 'g');

const toNumber = (written: string) => Number(written.replace(',', '.'));
const isLatitude = (degrees: number) => degrees >= 48 && degrees < 53;
const isLongitude = (degrees: number) => degrees > -4 && degrees < 4;
