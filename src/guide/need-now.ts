/** How one need stands at a moment, for its tile: told from hours that are sure. */
import { parisClock } from './paris-clock.ts';
import { isClockWrong, type Moment, type PhoneHours, stateAt } from './schedule.ts';
import type { IsoDate } from './types.ts';

export type NeedNow =
  | { kind: 'open'; count: number }
  /** The soonest opening still to come today. */
  | { kind: 'opens'; at: Moment }
  | { kind: 'closed' }
  | { kind: 'ask' };

/**
 * `hours` are those of services that run and whose hours are sure, and `unknown` once where there are others too:
 * then nobody can say that all is closed. `undefined` when the clock cannot be right.
 */
export function needNow(hours: readonly PhoneHours[], now: Date, made: IsoDate): NeedNow | undefined {
  const isTimed = hours.some(({ kind }) => kind === 'table');
  if (isTimed && isClockWrong(parisClock(now).date, made)) return undefined;
  const states = hours.map((one) => stateAt(one, now, made));
  const count = states.filter(({ kind }) => kind === 'open').length;
  if (count) return { kind: 'open', count };
  const openings = states.flatMap((state) => (state.kind === 'closed' && state.opens?.days === 0 ? state.opens : []));
  const [at] = openings.sort((a, b) => a.minute - b.minute);
  if (at) return { kind: 'opens', at };
  return { kind: states.length && states.every(({ kind }) => kind === 'closed') ? 'closed' : 'ask' };
}
