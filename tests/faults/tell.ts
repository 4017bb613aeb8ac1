/** What whoever runs the laboratory sees of it: a bar while it runs, and a line per fault at the end. */
import type { Fault } from './fault.ts';
import type { State } from './state.ts';

/** Milliseconds between two lines of progress where there is no screen to draw a bar on. */
const SELDOM = 60_000;

/** `jobs` is how many trials are to be run now. */
export function shows(faults: readonly Fault[], { results }: State, jobs: number) {
  const start = Date.now();
  let done = 0;
  let last = start;
  const bar = () => {
    const left = ((Date.now() - start) / Math.max(1, done)) * (jobs - done);
    const losses = faults.flatMap(({ name }) => results[name]?.losses ?? []).length;
    const full = '#'.repeat(Math.round((30 * done) / jobs)).padEnd(30);
    return `[${full}] ${done} of ${jobs} trials, ${losses} lost, ${inWords(left)} to go`;
  };
  const isScreen = process.stdout.isTTY;
  return {
    line: (text: string) => console.log(`${isScreen ? '\r\x1b[2K' : ''}${text}`),
    progress() {
      done += 1;
      if (isScreen) process.stdout.write(`\r\x1b[2K${bar()}`);
      else if (Date.now() - last > SELDOM) {
        console.log(bar());
        last = Date.now();
      }
    },
    end() {
      if (isScreen) process.stdout.write('\r\x1b[2K');
      for (const fault of faults) console.log(lineOf(fault, results[fault.name]));
      console.log(`${done} trials in ${inWords(Date.now() - start)}`);
    },
  };
}

function lineOf({ name, open }: Fault, result: State['results'][string] | undefined): string {
  const { done = [], losses = [], seconds = 0, planned = 0 } = result ?? {};
  const known = open && losses.length ? ` known: ${open}` : '';
  const counted = `${done.length} of ${planned} trials, ${losses.length} lost`;
  return `${name.padEnd(26)} ${counted.padEnd(28)} ${(seconds / Math.max(1, done.length)).toFixed(1).padStart(6)} s each${known}`;
}

/** @example inWords(3_720_000) -> '1 h 2 min'; inWords(50_000) -> '50 s' */
function inWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 2) return `${Math.round(ms / 1000)} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
