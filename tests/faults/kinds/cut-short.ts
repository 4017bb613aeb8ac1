import { expectHealed, expectNothingLost, type Fault, install, type Trial } from '../fault.ts';
import type { Phone } from '../phone.ts';

const CUTS: Readonly<Record<string, (phone: Phone, trial: Trial) => Promise<unknown>>> = {
  'the workers are stopped': (phone) => phone.sleep(),
  'the only tab is closed': (phone) => phone.page.close(),
  'the page is reloaded over and over': async (phone, { random }) => {
    for (let time = 0; time < 12; time++) {
      await phone.page.reload({ waitUntil: 'commit' }).catch(() => undefined);
      await wait(random.below(150));
    }
  },
};
/** Milliseconds after which a visit asks for nothing more. */
const OVER = 4000;

export const fault: Fault = {
  name: 'cut-short',
  says: `after the k-th request of a first visit or an update and up to 120 ms more: ${Object.keys(CUTS).join('; or ')}`,
  trials: { ci: 12, release: 300 },
  historic: ['worldscript-525'],
  async run(trial) {
    const { host, number, random } = trial;
    const [name, cut] = Object.entries(CUTS)[number % 3] ?? [];
    const update = random.next() < 0.7;
    const after = random.below(update ? 22 : 32);
    const more = random.below(120);
    trial.note(`${name} after ${after} requests and ${more} ms, ${update ? 'update' : 'first visit'}`);
    const phone = await trial.phone();
    if (update) await install(phone);
    const newest = trial.release(update ? 2 : 1);
    host.publish(newest);
    const before = host.asked().length;
    const until = Date.now() + OVER;
    const visit = phone.start('en/', 0);
    while (host.asked().length - before < after && Date.now() < until) await wait(2);
    await wait(more);
    await visit;
    await cut?.(phone, trial);
    await expectNothingLost(phone, { whole: update, versions: ['v1', newest.name] }, 'at once');
    await expectHealed(phone, newest, { old: ['v1'], whole: update });
  },
};

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
