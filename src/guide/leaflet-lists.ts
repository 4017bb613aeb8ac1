/** What a leaflet tells of a town: it has room for a few services of each need, the surest, and for each of them once. */
import { surestFirst } from './order.ts';
import type { Guide, Need, Service } from './types.ts';

/** Services told in full below one need. */
const SHOWN = 4;
/** Services named below a need, told in full below another one. */
const NAMED = 3;

export interface LeafletList {
  need: Need;
  shown: Service[];
  /** They help with this need too. */
  named: Service[];
  /** How many more services of this need the guide has in this town. */
  more: number;
}

/** One list for each need that the town has something for, in the guide's order. */
export function leafletLists({ needs, services, made }: Guide, town: string): LeafletList[] {
  const here = surestFirst(
    services.filter(({ towns }) => towns.includes(town)),
    made,
  );
  const lists = needs.map((need) => {
    const all = here.filter((service) => service.needs.includes(need.id));
    const shown = all.filter((service) => service.needs[0] === need.id).slice(0, SHOWN);
    return { need, all, shown };
  });
  const told = new Set(lists.flatMap(({ shown }) => shown));
  return lists
    .filter(({ all }) => all.length > 0)
    .map(({ need, all, shown }) => {
      const named = all.filter((service) => told.has(service) && !shown.includes(service)).slice(0, NAMED);
      return { need, shown, named, more: all.length - shown.length - named.length };
    });
}
