import { describe, expect, it } from 'vitest';
import { mapLayouts } from '../../../../src/guide/map-layout.ts';
import { coastPicture, path } from '../../../../src/pipeline/base-map/coast-picture.ts';
import { readGuide } from '../../../../src/pipeline/make-guide.ts';
import { brotliBytes } from '../../../../src/pipeline/site-weight.ts';
import { MADE } from '../guide-fixtures.ts';

const { guide } = await readGuide({ content: 'content', locales: 'locales', made: MADE });
if (!guide) throw new Error('The guide cannot be read.');
const picture = coastPicture(guide) ?? '';

it('a line is written in whole steps from point to point, those of no length left out', () => {
  const line = path([
    [1, 2],
    [4, 1],
    [4.1, 1],
    [9, 9],
  ]);
  expect(line).toBe('M1 2l3-1 5 8');
});

describe('the picture behind all maps', () => {
  it('has a part for each map, with its scale and names', () => {
    const parts = [...picture.matchAll(/<g id="([^"]*)">/g)].map(([, id]) => id);
    expect(parts).toEqual(Object.keys(mapLayouts(guide) ?? {}));
    expect(picture.match(/>\d+ km</g)).toHaveLength(parts.length);
    expect(picture).toContain('>Grande-Synthe<');
  });

  it('weighs little', () => expect(brotliBytes(picture)).toBeLessThan(2 * 1024));

  it('asks nobody for anything and runs nothing', () => {
    expect(picture.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|<script|<style|url\(| on\w+=/);
  });

  it('is none without a base map', () => {
    const { map: _, ...without } = guide;
    expect(coastPicture(without)).toBeUndefined();
  });
});
