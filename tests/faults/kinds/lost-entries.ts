import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

export const fault: Fault = {
  name: 'lost-entries',
  says: 'the phone throws away some of what is kept, all of it, the worker, or everything of the site',
  trials: { ci: 12, release: 300 },
  async run(trial) {
    const { random, host } = trial;
    const what = random.pick(['entries', 'entries', 'entries', 'caches', 'worker', 'everything']);
    const chance = random.next();
    trial.note(what === 'entries' ? `${Math.round(chance * 100)} % of the entries` : what);
    const phone = await trial.phone();
    await install(phone);
    if (what === 'everything') {
      const session = await phone.context.newCDPSession(phone.page);
      await session.send('Storage.clearDataForOrigin', { origin: new URL(host.url('')).origin, storageTypes: 'all' });
    } else await phone.page.evaluate(`(${LOSE})(${JSON.stringify({ what, chance, seed: random.below(1e9) })})`);
    await expectNothingLost(phone, { whole: false, versions: ['v1'] }, 'after the loss');
    await expectHealed(phone, trial.release(1));
  },
};

const LOSE = `async ({ what, chance, seed }) => {
  const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  if (what === 'worker') return (await navigator.serviceWorker.getRegistration()).unregister();
  for (const name of await caches.keys()) {
    if (what === 'caches') await caches.delete(name);
    else {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (next() < chance) await cache.delete(request);
    }
  }
}`;
