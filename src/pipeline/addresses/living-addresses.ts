import { routes, shortPath } from '../../guide/routes.ts';
import type { Sources } from '../read/read-sources.ts';

/**
 * The short addresses that codes and paper may name, of all that stands in the guide now, sorted.
 * @example livingAddresses(sources) -> ['n/calais/', 'n/calais/food/', ..., 's/calais-pass/', ..., 't/dublin/']
 */
export function livingAddresses({ settings, ids }: Pick<Sources, 'settings' | 'ids'>): string[] {
  const { towns, needs } = settings.value;
  const rests = [
    ...towns.flatMap((town) => [
      routes.town(town.id),
      routes.today(town.id),
      ...needs.map((need) => routes.need(town.id, need.id)),
    ]),
    ...[...ids.services].map(routes.service),
    ...[...ids.topics].map(routes.topic),
  ];
  return [...new Set(rests.flatMap((rest) => shortPath(rest) ?? []))].sort();
}
