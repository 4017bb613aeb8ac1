import type { Fault } from '../fault.ts';
import { poisonOne } from '../poison.ts';

/** What a page loads without the worker has a fault of its own (poisoned-script). */
const LOADED_BY_PAGES = /^sw\.js$|^assets\/(main|offline|schedule)-/;

export const fault: Fault = {
  name: 'poisoned-cache',
  says: 'one needed file is answered wrongly once, to be kept a year by the browser; the host is right ever after',
  trials: { ci: 6, release: 100 },
  historic: ['grappa-2100'],
  run: (trial) =>
    poisonOne(trial, {
      among: (path) => !LOADED_BY_PAGES.test(path),
      spoil: (body) => Buffer.concat([body.subarray(0, -2), Buffer.from('\n ')]),
    }),
};
