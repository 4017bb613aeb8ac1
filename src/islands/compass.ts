/** Turns arrows towards their places while the phone says which way it points. What it says is not kept, and goes nowhere. */

type Reading = Event & { alpha?: number | null; absolute?: boolean; webkitCompassHeading?: number };

/** Chrome tells directions of the world in an event of their own, the others in the usual one. */
const EVENTS = ['deviceorientationabsolute', 'deviceorientation'] as const;
/** A hand is never still: smaller turns are not drawn. */
const STEADY = 4;

/** iPhones ask the reader, and only within a tap. Elsewhere nothing is asked. */
export function askForCompass(): void {
  const event = window.DeviceOrientationEvent as { requestPermission?: () => Promise<string> } | undefined;
  event?.requestPermission?.().catch(() => undefined);
}

/** An arrow towards a place, hidden until the phone tells its direction. `bearing` in degrees clockwise from north. */
export function makeArrow(bearing: number): HTMLElement {
  const arrow = document.createElement('span');
  arrow.className = 'arrow';
  arrow.dataset.bearing = `${bearing}`;
  arrow.hidden = true;
  arrow.ariaHidden = 'true';
  return arrow;
}

let drawn: number | undefined;

/** For as long as the arrows are those of where the reader stands. */
export function followCompass(isWanted: boolean): void {
  drawn = undefined;
  for (const name of EVENTS) removeEventListener(name, turn);
  if (isWanted) for (const name of EVENTS) addEventListener(name, turn);
}

function turn(event: Event): void {
  const heading = headingOf(event);
  if (heading === undefined || (drawn !== undefined && Math.abs(heading - drawn) < STEADY)) return;
  drawn = heading;
  for (const arrow of document.querySelectorAll<HTMLElement>('.arrow')) {
    arrow.hidden = false;
    arrow.style.transform = `rotate(${Math.round(Number(arrow.dataset.bearing) - heading)}deg)`;
  }
}

/** Where the top of the screen points, in degrees clockwise from north; `undefined` when the phone knows only how it was turned. */
function headingOf({ alpha, absolute, webkitCompassHeading }: Reading): number | undefined {
  const ofPhone = webkitCompassHeading ?? (absolute && typeof alpha === 'number' ? 360 - alpha : undefined);
  return ofPhone === undefined ? undefined : ofPhone + (window.screen.orientation?.angle ?? 0);
}
