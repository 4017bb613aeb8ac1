import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';
import { bytesOf, neededBy } from '../needed.ts';
import { askedByUpdate } from '../seen-update.ts';

/** Milliseconds that the reader looks at the page meanwhile. */
const LOOKED_AT = 30_000;

export const fault: Fault = {
  name: 'stalled',
  says: 'a needed file comes at one byte a second, or stops in the middle, while the page is looked at for 30 s',
  trials: { ci: 3, release: 100 },
  async run(trial) {
    const { host, random } = trial;
    const [v1, v2] = [trial.release(1), trial.release(2)];
    const update = random.next() < 0.5;
    const newest = update ? v2 : v1;
    const path = random.pick(update ? await askedByUpdate(trial) : neededBy(v1));
    const drips = random.next() < 0.5;
    trial.note(`${path} ${drips ? 'at 1 byte a second' : 'stops'}, ${update ? 'update' : 'first visit'}`);
    const phone = await trial.phone();
    if (update) await install(phone);
    host.publish(newest);
    host.misbehaviour = (asked, _, response) => {
      if (asked !== path) return false;
      const body = bytesOf(newest, path);
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 5));
      if (!drips) return true;
      let at = 5;
      const timer = setInterval(() => response.write(body.subarray(at, ++at)), 1000);
      response.once('close', () => clearInterval(timer));
      return true;
    };
    await phone.start('en/', LOOKED_AT);
    await expectNothingLost(phone, { whole: update, versions: ['v1', newest.name] }, 'while it went no further');
    host.misbehaviour = undefined;
    await expectHealed(phone, newest, { old: ['v1'], whole: update });
  },
};
