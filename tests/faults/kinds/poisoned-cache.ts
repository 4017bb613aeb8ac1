import type { Fault } from '../fault.ts';
import { LOADED_BY_PAGES, poisonOne } from '../poison.ts';

export const fault: Fault = {
  name: 'poisoned-cache',
  says: 'one needed file is answered wrongly once, to be kept a year by the browser; the host is right ever after',
  trials: { ci: 6, release: 100 },
  historic: ['grappa-2100'],
  run: (trial) =>
    poisonOne(trial, {
      // What a page loads without the worker has a fault of its own (poisoned-script), and so has the worker (worker-file).
      among: (path) => path !== 'sw.js' && !LOADED_BY_PAGES.test(path),
      spoil: (body) => Buffer.concat([body.subarray(0, -2), Buffer.from('\n ')]),
    }),
};
