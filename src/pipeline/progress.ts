/** How far the work is. */
export interface Progress {
  /** Begins a step; what it returns is told the part that is done, from 0 to 1. */
  step(name: string): (done: number) => void;
  /** Ends the last step. */
  end(): void;
}

/** Where progress is shown: a terminal gets a bar that moves, a file or another program a line per step. */
export interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

export const silent: Progress = { step: () => () => {}, end: () => {} };

const WIDTH = 30;
const NAME_WIDTH = 36;

export function showProgress(screen: Screen, now: () => number = () => performance.now()): Progress {
  let name = '';
  let started = 0;
  let shown = '';
  const draw = (line: string, after = '') => {
    if (line + after !== shown) screen.write(`\r${line}${after}`);
    shown = line + after;
  };
  const end = () => {
    if (!name) return;
    const time = `${((now() - started) / 1000).toFixed(1)} s`;
    if (screen.isTTY) draw(bar(name, 1), `  ${time}\n`);
    else screen.write(`${name}: ${time}\n`);
    name = '';
  };
  return {
    end,
    step: (next) => {
      end();
      [name, started] = [next, now()];
      if (!screen.isTTY) return () => {};
      draw(bar(next, 0));
      return (done) => draw(bar(next, done));
    },
  };
}

/** @example bar('Reading ways', 0.5) -> 'Reading ways      [###############               ]  50 %' */
function bar(name: string, done: number): string {
  const full = '#'.repeat(Math.round(WIDTH * done)).padEnd(WIDTH);
  return `${name.padEnd(NAME_WIDTH)}[${full}] ${String(Math.floor(100 * done)).padStart(3)} %`;
}
