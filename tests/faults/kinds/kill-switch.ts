import { type Fault, install, Loss } from '../fault.ts';
import { bytesOf } from '../needed.ts';
import type { Phone } from '../phone.ts';

export const fault: Fault = {
  name: 'kill-switch',
  says: 'sw-kill.js is published as sw.js for phones of past releases, with the cache of another site beside ours',
  trials: { ci: 3, release: 6 },
  releases: { ci: 3, release: 3 },
  async run(trial) {
    const { host, number } = trial;
    const from = trial.release(1 + (number % 3));
    trial.note(`from ${from.name}`);
    host.publish(from);
    const phone = await trial.phone();
    await install(phone);
    await phone.page.evaluate(async () => {
      await (await caches.open('shop')).put('/basket', new Response('theirs'));
    });
    const newest = trial.release(3);
    host.publish(newest);
    host.misbehaviour = (path, _, response) => {
      if (path !== 'sw.js') return false;
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(bytesOf(newest, 'sw-kill.js'));
      return true;
    };
    const left = await cachesAfterVisits(phone);
    if (left.join() !== 'shop') throw new Loss(`caches left: ${left.join(', ') || 'none, not even that of the other site'}`);
    const answer = await phone.page.goto(host.url('en/emergency/'));
    if (!(await answer?.body())?.equals(bytesOf(newest, 'en/emergency/index.html')))
      throw new Loss('with the guide taken off, its pages do not come from the network');
  },
};

/** A page asks for the worker anew once it is there, and the way out takes a moment; a second visit may be needed. */
async function cachesAfterVisits(phone: Phone): Promise<string[]> {
  let left: string[] = [];
  for (const visit of [1, 2]) {
    await phone.start('en/', visit * 4000);
    for (let look = 0; look < 20; look++) {
      left = await phone.page.evaluate(() => caches.keys()).catch(() => left);
      if (left.join() === 'shop') return left;
      await new Promise((later) => setTimeout(later, 250));
    }
  }
  return left;
}
