import type { Fault } from '../fault.ts';
import { poisonOne } from '../poison.ts';

/** Those that a page loads by itself, before there is a worker. */
const LOADED_BY_PAGES = /^assets\/(main|offline)-/;

export const fault: Fault = {
  name: 'poisoned-script',
  says: 'as poisoned-cache, for a script that a page loads before there is a worker',
  trials: { ci: 2, release: 20 },
  open: 'the page reads well but keeps nothing until a release has another script: nothing in it could ask again',
  run: (trial) => poisonOne(trial, { among: (path) => LOADED_BY_PAGES.test(path), spoil: (body) => body.subarray(0, -20) }),
};
