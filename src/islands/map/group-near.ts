interface Spot {
  x: number;
  y: number;
}

/**
 * Joins points until the middles of all groups are so far apart, the nearest two first. Groups and their points keep the order of the list.
 * @example groupNear([{ x: 0, y: 0 }, { x: 90, y: 0 }, { x: 10, y: 0 }], 48) -> [[{ x: 0, y: 0 }, { x: 10, y: 0 }], [{ x: 90, y: 0 }]]
 */
export function groupNear<T extends Spot>(points: readonly T[], apart: number): T[][] {
  const groups = points.map((point, order) => ({ x: point.x, y: point.y, some: [{ point, order }] }));
  for (let pair = nearestPair(groups, apart); pair; pair = nearestPair(groups, apart)) {
    const [a, b] = pair;
    const [{ some: first }, { some: second }] = [a, b];
    const share = second.length / (first.length + second.length);
    a.x += (b.x - a.x) * share;
    a.y += (b.y - a.y) * share;
    a.some = [...first, ...second].sort((one, other) => one.order - other.order);
    groups.splice(groups.indexOf(b), 1);
  }
  groups.sort((a, b) => (a.some[0]?.order ?? 0) - (b.some[0]?.order ?? 0));
  return groups.map(({ some }) => some.map(({ point }) => point));
}

/** The two that are nearest to one another, and too near. */
function nearestPair<G extends Spot>(groups: readonly G[], apart: number): [G, G] | undefined {
  let found: [G, G] | undefined;
  let least = apart;
  groups.forEach((a, i) => {
    for (const b of groups.slice(i + 1)) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (distance >= least) continue;
      least = distance;
      found = [a, b];
    }
  });
  return found;
}
