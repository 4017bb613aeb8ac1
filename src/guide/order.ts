/** Which service a list shows first: the surest, then the soonest open. */
import { freshness } from './freshness.ts';
import type { State } from './schedule.ts';
import type { Confidence, Hours, IsoDate, Service } from './types.ts';

const CONFIDENCE: Record<Confidence, number> = { high: 0, medium: 1, low: 2 };
const HOURS: Record<Hours['kind'], number> = { always: 0, table: 1, 'by-appointment': 2, unknown: 3 };

/**
 * How likely a walk there is in vain, 0 the least: does it run, was it confirmed lately, does the source convince, is it for everyone.
 * Hours that nobody knows cost as much as an old source.
 */
export function doubt(service: Service, today: IsoDate): number {
  if (service.status === 'suspended') return 9;
  const age = freshness(service.checked.on, today).kind;
  return (
    (service.status === 'unknown' ? 3 : service.status === 'limited' ? 1 : 0) +
    (age === 'old' || age === 'undated' ? 1 : 0) +
    (service.hours.kind === 'unknown' ? 1 : 0) +
    (service.audience.includes('everyone') ? 0 : 2) +
    CONFIDENCE[service.confidence]
  );
}

/** Surest first; among equals those with hours sooner known, then by id so that two builds agree. */
export function surestFirst(services: readonly Service[], today: IsoDate): Service[] {
  const key = (service: Service) => [doubt(service, today), HOURS[service.hours.kind]] as const;
  return [...services].sort((a, b) => {
    const [doubtA, hoursA] = key(a);
    const [doubtB, hoursB] = key(b);
    return doubtA - doubtB || hoursA - hoursB || (a.id < b.id ? -1 : 1);
  });
}

/** Minutes until somebody is there: 0 when open now; unknown hours stand after everything of the next seven days. */
export function minutesUntilOpen(state: State): number {
  if (state.kind === 'open') return 0;
  if (state.kind === 'closed' && state.opens) return 1 + state.opens.days * 1440 + state.opens.minute;
  return state.kind === 'closed' ? 20000 : 10000;
}

/** What can be said of hours that do not depend on the time of day. */
export const stateWithoutClock = (hours: Hours): State =>
  hours.kind === 'always' ? { kind: 'open', always: true } : { kind: 'unknown' };
