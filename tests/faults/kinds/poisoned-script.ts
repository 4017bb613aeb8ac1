import type { Fault } from '../fault.ts';
import { LOADED_BY_PAGES, poisonOne } from '../poison.ts';

export const fault: Fault = {
  name: 'poisoned-script',
  says: 'as poisoned-cache, for a script that a page loads before there is a worker',
  trials: { ci: 2, release: 20 },
  run: (trial) => poisonOne(trial, { among: (path) => LOADED_BY_PAGES.test(path), spoil: (body) => body.subarray(0, -20) }),
};
