import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../../src/guide/distance.ts';
import { frameAround, MAP_HEIGHT, MAP_WIDTH, project, scaleBar, shoreTransform } from '../../../src/guide/map-frame.ts';

const calais = { lat: 50.95, lon: 1.85 };
const dunkirk = { lat: 51.03, lon: 2.37 };

describe('the part of the world that a map shows', () => {
  it('is never smaller than asked for', () => {
    const frame = frameAround([calais], 12_000);
    expect(frame.metres * MAP_WIDTH).toBeCloseTo(12_000);
    expect(project(frame, calais)).toEqual({ x: MAP_WIDTH / 2, y: MAP_HEIGHT / 2 });
  });

  it('holds all its places, away from the edge', () => {
    const frame = frameAround([calais, dunkirk], 12_000);
    for (const { x, y } of [calais, dunkirk].map((place) => project(frame, place))) {
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(MAP_WIDTH - 20);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(MAP_HEIGHT - 20);
    }
  });

  it('has north above and east on the right', () => {
    const frame = frameAround([calais, dunkirk], 12_000);
    const [from, to] = [project(frame, calais), project(frame, dunkirk)];
    expect(to.x).toBeGreaterThan(from.x);
    expect(to.y).toBeLessThan(from.y);
  });

  it('is as true to distances as a unit can be', () => {
    const frame = frameAround([calais, dunkirk], 12_000);
    const [from, to] = [project(frame, calais), project(frame, dunkirk)];
    const drawn = Math.hypot(to.x - from.x, to.y - from.y) * frame.metres;
    expect(Math.abs(drawn - metresBetween(calais, dunkirk)) / drawn).toBeLessThan(0.01);
  });
});

it.each([
  [50, 2000],
  [37.5, 2000],
  [220, 10_000],
  [12, 500],
])('with %d metres a unit the bar is %d metres long', (metres, length) => expect(scaleBar({ metres })).toBe(length));

it('the shore is put where its places are', () => {
  const [whole, part] = [frameAround([calais, dunkirk], 12_000), frameAround([calais], 12_000)];
  const [scale = 0, , , , across = 0, down = 0] = shoreTransform(whole, part).slice('matrix('.length, -1).split(' ').map(Number);
  // The corner of the whole map, and 1000 steps of 40 metres east and south of it.
  const corner = { x: (whole.left - part.left) / part.perUnit, y: (whole.top - part.top) / part.perUnit };
  expect(across).toBeCloseTo(corner.x, 0);
  expect(down).toBeCloseTo(corner.y, 0);
  expect(1000 * scale).toBeCloseTo(40_000 / part.perUnit, 0);
});
