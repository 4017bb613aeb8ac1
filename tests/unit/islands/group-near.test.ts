import { describe, expect, it } from 'vitest';
import { groupNear } from '../../../src/islands/map/group-near.ts';

const at = (x: number, y = 0) => ({ x, y });

describe('points on the map that a finger could not tell apart', () => {
  it('become one, in the order of the list', () => {
    expect(groupNear([at(0), at(90), at(10)], 48)).toEqual([[at(0), at(10)], [at(90)]]);
  });

  it('stay as they are when they are apart', () => {
    expect(groupNear([at(0), at(48), at(0, 48)], 48)).toHaveLength(3);
  });

  it('leave no two groups that are too near, however many there are', () => {
    const points = Array.from({ length: 45 }, (_, i) => at((i * 37) % 200, (i * 53) % 170));
    const middles = groupNear(points, 48).map((some) => at(mean(some, 'x'), mean(some, 'y')));
    const distances = middles.flatMap((a, i) => middles.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(48);
    expect(groupNear(points, 48).flat()).toHaveLength(45);
  });

  it('are all there when there are none', () => {
    expect(groupNear([], 48)).toEqual([]);
  });
});

const mean = (some: readonly { x: number; y: number }[], axis: 'x' | 'y') =>
  some.reduce((sum, point) => sum + point[axis], 0) / some.length;
