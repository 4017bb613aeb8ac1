import { type Fault, Loss } from '../fault.ts';
import { bytesOf } from '../needed.ts';
import { pagesOf } from '../releases.ts';

const THROWS = "{ get() { throw new DOMException('no', 'SecurityError'); } }";
const LACKS: Readonly<Record<string, string>> = {
  'no service worker': 'delete Navigator.prototype.serviceWorker',
  'a service worker that is refused':
    "navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
  'no caches': "Object.defineProperty(window, 'caches', { value: undefined })",
  'caches that throw':
    "for (const name of ['open', 'keys', 'has', 'match']) CacheStorage.prototype[name] = () => Promise.reject(new DOMException('no', 'SecurityError'))",
  'storage that throws': `for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, ${THROWS})`,
  // Cookies throw only where the others do as well.
  'everything that throws in a sandboxed frame': `
    Object.defineProperty(Document.prototype, 'cookie', ${THROWS});
    Object.defineProperty(Navigator.prototype, 'serviceWorker', ${THROWS});
    for (const name of ['localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, ${THROWS})`,
  'no WebGL': 'HTMLCanvasElement.prototype.getContext = () => null',
  'no share, no position': 'delete Navigator.prototype.share; delete Navigator.prototype.geolocation',
};

export const fault: Fault = {
  name: 'lacking',
  says: `a phone with ${Object.keys(LACKS).join('; ')}: every page opens online, nothing fails aloud, nothing is called kept that is not`,
  trials: { ci: 8, release: 8 },
  historic: ['kiwix-1465'],
  async run(trial) {
    const { host, number } = trial;
    const [name, script] = Object.entries(LACKS)[number % 8] ?? [];
    trial.note(String(name));
    const v1 = trial.release(1);
    const phone = await trial.phone((context) => context.addInitScript(`try { ${script} } catch {}`));
    let dialogs = 0;
    phone.context.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.dismiss();
    });
    for (const path of pagesOf(v1, 'en')) {
      const answer = await phone.page.goto(host.url(path), { timeout: 30_000 });
      if (!(await answer?.body())?.equals(bytesOf(v1, `${path}index.html`))) throw new Loss(`${path} does not open`);
    }
    await phone.go('en/');
    const said = await phone.settle(15_000);
    const worker = /worker|caches|sandboxed/.test(String(name));
    if (worker && said === 'ready') throw new Loss('says that it is kept');
    if (dialogs) throw new Loss(`${dialogs} dialogues`);
    const errors = phone.errors();
    if (errors.length) throw new Loss(`nobody caught: ${errors.join('; ')}`);
  },
};
