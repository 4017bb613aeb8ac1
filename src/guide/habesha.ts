/**
 * The clock of Ethiopia and Eritrea: it begins at dawn, so 07:00 is one o'clock, and at dusk once more.
 * Shown below the French time, never in its place, because many people of the same language do not use it.
 */
import type { Span } from './types.ts';

/**
 * @example habeshaTime(540) -> '3:00', habeshaTime(1080) -> '12:00', habeshaTime(1440) -> '6:00'
 */
export function habeshaTime(minute: number): string {
  const hour = (Math.floor(minute / 60) + 6) % 12 || 12;
  return `${hour}:${String(minute % 60).padStart(2, '0')}`;
}

/** @example habeshaSpan([540, 720]) -> '3:00–6:00' */
export const habeshaSpan = ([start, end]: Span) => `${habeshaTime(start)}–${habeshaTime(end)}`;
