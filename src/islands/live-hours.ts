/** What a page with opening hours says of now. Pages without any do not have this script. */
import { showHours, showWrittenHours } from './hours.ts';
import { stayTrue } from './stay-true.ts';
import { showTiles } from './tiles.ts';

/** In a task of its own, as main.ts does it: a slow phone's screen is never blocked for long. */
setTimeout(() => {
  stayTrue(showHours);
  stayTrue(showTiles);
});
// On paper nothing is "now": the hours are those of the week.
addEventListener('beforeprint', showWrittenHours);
addEventListener('afterprint', () => showHours(new Date()));
