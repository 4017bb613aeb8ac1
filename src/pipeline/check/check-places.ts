import { isWithin } from '../../guide/distance.ts';
import type { Problems } from '../problems.ts';
import type { ServiceFacts } from '../read/fact-schemas.ts';
import { FINEST_PRECISION, isFiner } from '../read/kinds.ts';
import { didYouMean } from '../read/nearest.ts';
import type { FactFile } from '../read/read-content.ts';
import type { Sources } from '../read/read-sources.ts';

/** No place is told more finely than its kind allows, nor more finely than it says itself; and places lie where they belong. */
export function checkPlaces(sources: Sources, problems: Problems): void {
  for (const service of sources.facts.services) {
    checkPrecision(service, problems);
    checkAddress(service, problems);
    checkGeo(service, sources, problems);
    checkArea(service, sources, problems);
  }
  checkLandmarks(sources, problems);
}

/** Landmarks are told exactly, so each is a public place of a town, and stands once. */
function checkLandmarks({ landmarks, settings }: Sources, problems: Problems): void {
  const towns = settings.value.towns.map(({ id }) => id);
  for (const [index, { id, town, geo }] of (landmarks?.value ?? []).entries()) {
    const complain = (key: string, message: string) =>
      landmarks && problems.error(landmarks.file, landmarks.at([index, key]), message);
    if (landmarks?.value.findIndex((other) => other.id === id) !== index)
      complain('id', 'This landmark stands here a second time. Take one out.');
    const found = settings.value.towns.find((one) => one.id === town);
    if (!found)
      complain(
        'town',
        `"${town}" is not one of the towns in content/guide.yaml.${didYouMean(town, towns)} Choose from: ${towns.join(', ')}.`,
      );
    else if (!isWithin(geo, found.bounds))
      complain(
        'geo',
        `This place lies outside ${found.french}. Look for swapped or mistyped numbers; the bounds are in content/guide.yaml.`,
      );
  }
}

function checkPrecision({ file, value, at }: FactFile<ServiceFacts>, problems: Problems): void {
  const finest = FINEST_PRECISION[value.kind];
  if (isFiner(value.precision, finest)) {
    const message = `A ${value.kind} may not be told more finely than "${finest}": attackers read this guide too. Write precision: ${finest} and take the finer place out, from the history as well.`;
    problems.error(file, at(['precision']), message);
  }
  if (value.precision === 'exact' && !value.address && !value.geo) {
    problems.error(file, at(['precision']), 'An exact place needs an address or geo. Add one, or choose a coarser precision.');
  }
}

function checkAddress({ file, value, at }: FactFile<ServiceFacts>, problems: Problems): void {
  const { address, precision } = value;
  if (address === undefined) return;
  if (precision === 'town' || precision === 'call-first') {
    problems.error(file, at(['address']), `With precision "${precision}" no address is told. Take it out.`);
  } else if (precision === 'street' && hasHouseNumber(address)) {
    problems.error(file, at(['address']), 'With precision "street" the address has no house number. Take the number out.');
  }
}

/**
 * @example hasHouseNumber('12 bis, rue de Croy, 62100 Calais') -> true
 * @example hasHouseNumber('place du 11 novembre, 62100 Calais') -> false
 */
export function hasHouseNumber(address: string): boolean {
  return address.split(',').some((part) => {
    const before = /^\s*(?:n°\s*)?\d{1,4}(?:\s*(?:bis|ter|quater|[a-d]))?(?:\s*[-/]\s*\d+)?(?:\s+\p{L}|\s*$)/iu;
    const after = /\p{L}\s+(?:n°\s*)?(?!1[89]\d\d\b|20\d\d\b)\d{1,4}(?:\s*(?:bis|ter))?\s*$/iu;
    return before.test(part) || after.test(part);
  });
}

function checkGeo(service: FactFile<ServiceFacts>, sources: Sources, problems: Problems): void {
  const { geo, precision } = service.value;
  if (!geo) return;
  if (precision !== 'exact') {
    problems.error(
      service.file,
      service.at(['geo']),
      `With precision "${precision}" no coordinates are told. Take geo out, from the history as well.`,
    );
  } else checkWithin('geo', service, sources, problems);
}

/** An area is told of places whose street is told anyway; finer numbers would make a pin of it. */
function checkArea(service: FactFile<ServiceFacts>, sources: Sources, problems: Problems): void {
  const { file, at, value } = service;
  const { area, precision } = value;
  if (!area) return;
  if (precision !== 'street') {
    const instead = precision === 'exact' ? 'Write geo instead.' : 'Take area out, from the history as well.';
    problems.error(file, at(['area']), `With precision "${precision}" no area is told. ${instead}`);
  } else if (isFinerThanArea(area.lat) || isFinerThanArea(area.lon)) {
    problems.error(
      file,
      at(['area']),
      'An area is told with two decimals, not more: it is a circle of 1 km. Round both numbers.',
    );
  } else checkWithin('area', service, sources, problems);
}

const isFinerThanArea = (degrees: number) => Number(degrees.toFixed(2)) !== degrees;

function checkWithin(
  key: 'geo' | 'area',
  { file, value, at }: FactFile<ServiceFacts>,
  { settings }: Sources,
  problems: Problems,
): void {
  const place = value[key];
  const { towns } = value;
  const served = settings.value.towns.filter(({ id }) => towns.length === 0 || towns.includes(id));
  const areas = [...served.map(({ bounds }) => bounds), ...settings.value.also_within];
  if (place && !areas.some((area) => isWithin(place, area))) {
    const message = `This place lies outside ${served.map(({ french }) => french).join(' and ') || 'every town'}. Look for swapped or mistyped numbers; the bounds are in content/guide.yaml.`;
    problems.error(file, at([key]), message);
  }
}

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}
