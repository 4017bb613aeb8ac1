/** What codes on paper lead to. */
import { routes } from './routes.ts';
import type { Guide } from './types.ts';

export const CODE_KINDS = ['guide', 'town', 'need', 'service', 'topic'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

export interface CodeTarget {
  kind: CodeKind;
  /** The page it leads to in any language: what stands after `/<lang>/`. */
  rest: string;
}

/** Every page that has an address for paper, in the guide's own order; first the guide itself. */
export function codeTargets({
  towns,
  needs,
  services,
  topics,
}: Pick<Guide, 'towns' | 'needs' | 'services' | 'topics'>): CodeTarget[] {
  return [
    { kind: 'guide', rest: routes.language() },
    ...towns.map(({ id }) => ({ kind: 'town', rest: routes.town(id) }) as const),
    ...towns.flatMap((town) => needs.map((need) => ({ kind: 'need', rest: routes.need(town.id, need.id) }) as const)),
    ...services.map(({ id }) => ({ kind: 'service', rest: routes.service(id) }) as const),
    ...topics.map(({ id }) => ({ kind: 'topic', rest: routes.topic(id) }) as const),
  ];
}
