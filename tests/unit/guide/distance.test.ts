import { describe, expect, it } from 'vitest';
import {
  bearingTo,
  directionTo,
  distanceInSteps,
  isFarFrom,
  metresBetween,
  readGeo,
  roundPosition,
  walkingMinutes,
  writeGeo,
} from '../../../src/guide/distance.ts';

const STATION = { lat: 50.953, lon: 1.851 };
const HOSPITAL = { lat: 50.94, lon: 1.891 };
const DUNKIRK = { lat: 51.03, lon: 2.369 };
const PARIS = { lat: 48.857, lon: 2.352 };
const LONDON = { lat: 51.507, lon: -0.128 };

describe('metres between two places', () => {
  it('are those of the globe: Paris to London is 343 km, one degree of latitude 111 km', () => {
    expect(metresBetween(PARIS, LONDON) / 1000).toBeCloseTo(343.5, 1);
    expect(metresBetween({ lat: 50, lon: 2 }, { lat: 51, lon: 2 }) / 1000).toBeCloseTo(111.2, 1);
  });

  it('are the same both ways, and none from a place to itself', () => {
    expect(metresBetween(STATION, HOSPITAL)).toBeCloseTo(metresBetween(HOSPITAL, STATION), 6);
    expect(metresBetween(STATION, STATION)).toBe(0);
  });

  it('are 3.2 km from the station of Calais to its hospital', () => {
    expect(metresBetween(STATION, HOSPITAL) / 1000).toBeCloseTo(3.2, 1);
  });
});

describe('minutes on foot', () => {
  it.each([
    [0, 1],
    [300, 6],
    [500, 10],
    [520, 15],
    [800, 20],
    [3200, 65],
  ])('%i m take %i', (metres, minutes) => {
    expect(walkingMinutes(metres)).toBe(minutes);
  });

  it('are not told where nobody would walk', () => {
    expect(walkingMinutes(12_001)).toBeUndefined();
  });
});

describe('the direction', () => {
  it.each([
    [1, 0, 'n'],
    [1, 1.6, 'ne'],
    [0, 1, 'e'],
    [-1, 1.6, 'se'],
    [-1, 0, 's'],
    [-1, -1.6, 'sw'],
    [0, -1, 'w'],
    [1, -1.6, 'nw'],
  ])('%f degrees north and %f east is %s', (north, east, direction) => {
    const to = { lat: STATION.lat + north / 100, lon: STATION.lon + east / 100 };
    expect(directionTo(STATION, to)).toBe(direction);
  });

  it('is told to a compass in degrees clockwise from north', () => {
    expect(bearingTo(STATION, { lat: STATION.lat + 0.01, lon: STATION.lon })).toBe(0);
    expect(bearingTo(STATION, { lat: STATION.lat, lon: STATION.lon - 0.01 })).toBe(270);
    expect(bearingTo(STATION, HOSPITAL)).toBe(117);
  });

  it('is not told of what is so near that rounding could turn it round', () => {
    expect(directionTo(STATION, { lat: STATION.lat + 0.001, lon: STATION.lon })).toBeUndefined();
  });
});

describe('a place the guide uses', () => {
  it('is rounded to about a hundred metres before anything else', () => {
    expect(roundPosition({ lat: 50.953466, lon: 1.850885 })).toEqual({ lat: 50.953, lon: 1.851 });
    expect(writeGeo({ lat: 50.953466, lon: 1.850885 })).toBe('50.953,1.851');
  });

  it('is read again from a page, and nothing else is', () => {
    expect(readGeo('50.953,1.851')).toEqual(STATION);
    for (const text of [undefined, '', '50.953', 'north,south']) expect(readGeo(text)).toBeUndefined();
  });
});

describe('a distance in words', () => {
  it.each([
    [0, '50 m'],
    [820, '800 m'],
    [974, '950 m'],
    [980, '1 km'],
    [1840, '1.8 km'],
    [9960, '10 km'],
    [64_400, '64 km'],
  ])('%i m is shown as %s', (metres, shown) => {
    const { value, unit } = distanceInSteps(metres);
    expect(`${value} ${unit}`).toBe(shown);
  });
});

it('knows who is far from both towns', () => {
  expect(isFarFrom(PARIS, [STATION, DUNKIRK])).toBe(true);
  expect(isFarFrom({ lat: 50.98, lon: 2.12 }, [STATION, DUNKIRK])).toBe(false);
  expect(isFarFrom(PARIS, [])).toBe(false);
});
