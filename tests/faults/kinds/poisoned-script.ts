import { expectHealed, expectNothingLost, type Fault } from '../fault.ts';
import { bytesOf, neededBy } from '../needed.ts';

/** Those that a page loads by itself, before there is a worker. */
const LOADED_BY_PAGES = /^assets\/(main|offline)-/;

export const fault: Fault = {
  name: 'poisoned-script',
  says: 'as poisoned-cache, for a script that a page loads before there is a worker',
  trials: { ci: 2, release: 20 },
  open: 'the page reads well but keeps nothing until a release has another script: nothing in it could ask again',
  async run(trial) {
    const { host, random } = trial;
    const v1 = trial.release(1);
    const path = random.pick(neededBy(v1).filter((one) => LOADED_BY_PAGES.test(one)));
    trial.note(path);
    let poisoned = false;
    host.misbehaviour = (asked, _, response) => {
      if (asked !== path || poisoned) return false;
      poisoned = true;
      const body = bytesOf(v1, path).subarray(0, -20);
      response
        .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' })
        .end(body);
      return true;
    };
    const phone = await trial.phone();
    await phone.start();
    await expectNothingLost(phone, { whole: false, versions: ['v1'] }, 'after the first visit');
    await expectHealed(phone, v1);
  },
};
