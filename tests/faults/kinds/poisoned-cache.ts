import { isGet } from '../bad-answers.ts';
import { expectHealed, expectNothingLost, type Fault } from '../fault.ts';
import { bytesOf, neededBy } from '../needed.ts';

/** What a page loads without the worker has a fault of its own (poisoned-script). */
const LOADED_BY_PAGES = /^sw\.js$|^assets\/(main|offline|schedule)-/;

export const fault: Fault = {
  name: 'poisoned-cache',
  says: 'one needed file is answered wrongly once, to be kept a year by the browser; the host is right ever after',
  trials: { ci: 6, release: 100 },
  historic: ['grappa-2100'],
  async run(trial) {
    const { host, random } = trial;
    const v1 = trial.release(1);
    const path = random.pick(neededBy(v1).filter((one) => !LOADED_BY_PAGES.test(one)));
    trial.note(path);
    let poisoned = false;
    host.misbehaviour = (asked, request, response) => {
      if (asked !== path || poisoned || !isGet(request)) return false;
      poisoned = true;
      const body = Buffer.concat([bytesOf(v1, path).subarray(0, -2), Buffer.from('\n ')]);
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
