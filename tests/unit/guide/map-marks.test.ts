import { describe, expect, it, test } from 'vitest';
import { frameAround } from '../../../src/guide/map-frame.ts';
import { MARK_SIZE, marksOf, widthOf } from '../../../src/guide/map-marks.ts';
import type { PlaceOnMap } from '../../../src/guide/map-places.ts';

const frame = frameAround([{ lat: 50.95, lon: 1.85 }], 12_000);
const place = (id: string, lon: number, lat = 50.95, area = false): PlaceOnMap => ({
  id,
  name: id,
  needs: [],
  lon,
  lat,
  precision: area ? 'street' : 'exact',
  radius: area ? 1000 : 0,
});

describe('marks', () => {
  it('are numbered from west to east', () => {
    const { marks, numbers } = marksOf([place('b', 1.85), place('a', 1.8), place('c', 1.9)], frame);
    expect([...numbers]).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('that would hide one another become one, with numbers that follow one another', () => {
    const { marks, numbers } = marksOf([place('near', 1.851), place('far', 1.9), place('here', 1.85)], frame);
    expect(marks.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(numbers.get('far')).toBe(3);
    expect([numbers.get('near'), numbers.get('here')].sort()).toEqual([1, 2]);
  });

  it('never overlap, however many there are', () => {
    const many = Array.from({ length: 40 }, (_, i) => place(`p${i}`, 1.8 + (i % 8) * 0.012, 50.93 + Math.floor(i / 8) * 0.009));
    const { marks, numbers } = marksOf(many, frame);
    expect(numbers.size).toBe(40);
    for (const [i, a] of marks.entries()) {
      for (const b of marks.slice(i + 1)) {
        const across = Math.abs(a.x - b.x) - (widthOf(a.to - a.from + 1) + widthOf(b.to - b.from + 1)) / 2;
        expect(Math.max(across, Math.abs(a.y - b.y) - MARK_SIZE)).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

test('a thousand places on one map are gathered at once', () => {
  const places = Array.from({ length: 1000 }, (_, at) =>
    place(`p${at}`, 1.8 + (at % 40) / 300, 50.92 + Math.floor(at / 40) / 400),
  );
  const start = performance.now();
  expect(marksOf(places, frame).numbers.size).toBe(1000);
  expect(performance.now() - start).toBeLessThan(5000);
});

describe('areas', () => {
  it('are circles of their true width, and never gathered with pins', () => {
    const { marks, areas } = marksOf([place('pin', 1.85), place('area', 1.85, 50.95, true)], frame);
    expect(marks).toHaveLength(1);
    expect(areas).toHaveLength(1);
    expect((areas[0]?.radius ?? 0) * frame.metres).toBeGreaterThan(950);
  });

  it('have their number beside the pins', () => {
    const { marks, areas } = marksOf([place('pin', 1.85), place('area', 1.85, 50.95, true)], frame);
    const [{ at } = { at: { x: 0, y: 0 } }] = areas;
    for (const { x, y } of marks) expect(Math.hypot(x - at.x, y - at.y)).toBeGreaterThan(MARK_SIZE / 2);
  });
});
