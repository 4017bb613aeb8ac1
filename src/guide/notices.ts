/** Which news concerns a page, and in which order it stands there. Runs at build time and on the phone. */
import type { IsoDate } from './types.ts';

/** What a page is about, as far as news is concerned. */
export interface NewsPlace {
  /** None: about no town in particular, so news of any town concerns it. */
  towns: readonly string[];
  /** Absent: about all needs, as the home of a town is. */
  needs?: readonly string[] | undefined;
  /** Absent: all news. */
  only?: 'urgent' | 'calm' | undefined;
}

/** What news is about. No town: everywhere. No need: only the home of a town. */
export interface NewsAbout {
  towns: readonly string[];
  needs: readonly string[];
  urgent: boolean;
}

export function concerns(news: NewsAbout, { towns, needs, only }: NewsPlace): boolean {
  const isHere = !news.towns.length || !towns.length || news.towns.some((town) => towns.includes(town));
  const isAbout = !needs || news.needs.some((need) => needs.includes(need));
  return isHere && isAbout && (!only || news.urgent === (only === 'urgent'));
}

interface Ordered {
  id: string;
  urgent: boolean;
  from: IsoDate;
}

/** For sorting: urgent first, then the newest; of the same day in a fixed order. */
export const compareNews = (a: Ordered, b: Ordered): number =>
  Number(b.urgent) - Number(a.urgent) || compareText(b.from, a.from) || compareText(a.id, b.id);

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
