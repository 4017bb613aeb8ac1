import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../../src/guide/distance.ts';
import { AREA_RADIUS, placesOnMap } from '../../../src/guide/map-places.ts';
import type { Service, Town } from '../../../src/guide/types.ts';

const town: Town = { id: 'calais', french: 'Calais', bounds: { south: 50.85, west: 1.72, north: 51.01, east: 2.05 } };
const words = { en: { name: { value: 'Name', lang: 'en', state: 'source' } } };
const service = (facts: object) => ({ id: 'x', towns: ['calais'], needs: ['health'], words, ...facts }) as unknown as Service;
const geo = { lat: 50.9398, lon: 1.89115 };
const area = { lat: 50.94, lon: 1.89 };
const shown = (facts: object) => placesOnMap({ services: [service(facts)] }, town, 'en');

describe('the places that a map may show', () => {
  it('are exact ones, as they are', () => {
    expect(shown({ precision: 'exact', geo })).toEqual([
      { id: 'x', name: 'Name', needs: ['health'], ...geo, precision: 'exact', radius: 0 },
    ]);
  });

  it('are areas, as a circle', () => {
    expect(shown({ precision: 'street', area })).toEqual([
      { id: 'x', name: 'Name', needs: ['health'], ...area, precision: 'street', radius: AREA_RADIUS },
    ]);
  });

  it.each(['town', 'call-first'])('are none with precision %s, whatever else stands there', (precision) => {
    expect(shown({ precision, geo, area })).toEqual([]);
  });

  it('are no pin for a street, even with coordinates, and no circle finer than two decimals', () => {
    expect(shown({ precision: 'street', geo })).toEqual([]);
    expect(shown({ precision: 'street', area: geo })).toEqual(shown({ precision: 'street', area }));
  });

  it('are none of another town, or outside', () => {
    expect(shown({ precision: 'exact', geo, towns: ['dunkirk'] })).toEqual([]);
    expect(shown({ precision: 'exact', geo: { lat: 50.62343, lon: 3.062746 } })).toEqual([]);
  });

  it('stand from west to east', () => {
    const services = [1.9, 1.8, 1.85].map((lon) => service({ id: `at-${lon}`, precision: 'exact', geo: { lat: 50.95, lon } }));
    expect(placesOnMap({ services }, town, 'en').map(({ id }) => id)).toEqual(['at-1.8', 'at-1.85', 'at-1.9']);
  });
});

it('a circle is wide enough for every place that two decimals may stand for', () => {
  expect(metresBetween({ lat: 50.945, lon: 1.895 }, { lat: 50.94, lon: 1.89 })).toBeLessThan(AREA_RADIUS);
});
