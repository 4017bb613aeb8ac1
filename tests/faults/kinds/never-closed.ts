import type { Page } from '@playwright/test';
import { expectNothingLost, type Fault, install, Loss, type Trial } from '../fault.ts';
import { bytesOf } from '../needed.ts';
import type { Phone } from '../phone.ts';

/** Hours that the guide was left open, or lay in a pocket. */
const LATER = 3;
const WAYS: Readonly<Record<string, { tabs: number; asApp?: boolean }>> = {
  'one tab': { tabs: 1 },
  'two tabs': { tabs: 2 },
  'a window as of an app on the home screen': { tabs: 1, asApp: true },
  'three tabs': { tabs: 3 },
};

export const fault: Fault = {
  name: 'never-closed',
  says: `a new release while the guide stays open for ${LATER} hours in ${Object.keys(WAYS).join(', ')}, and nobody taps what offers it: no page changes by itself, and the second page opened in each tab is the newest`,
  trials: { ci: 4, release: 12 },
  historic: ['macrotrackr-117'],
  async run(trial) {
    const { host, number } = trial;
    const [name, { tabs = 1, asApp = false } = {}] = Object.entries(WAYS)[number % 4] ?? [];
    trial.note(String(name));
    const phone = await trial.phone();
    await install(phone);
    for (let more = 1; more < tabs; more++) await phone.another('en/emergency/', 10_000);
    if (asApp) await showAsApp(phone);
    host.publish(trial.release(2));
    await phone.context.addInitScript(`(${LATE})(${LATER * 3_600_000})`);
    for (const tab of phone.context.pages()) await readOn(tab, trial);
    await expectNothingLost(phone, { whole: true, versions: ['v2'] }, 'after two pages in each tab');
  },
};

/** Two pages in a tab; the first is looked at for a while. */
async function readOn(tab: Page, { host, release }: Trial): Promise<void> {
  await tab.goto(host.url('en/cards/'));
  let changes = 0;
  tab.on('framenavigated', (frame) => {
    if (frame === tab.mainFrame()) changes += 1;
  });
  await tab.waitForTimeout(6000);
  if (changes) throw new Loss('the page changed under its reader, who had not tapped anything');
  const answer = await tab.goto(host.url('en/t/sea/'));
  if (!(await answer?.body())?.equals(bytesOf(release(2), 'en/t/sea/index.html')))
    throw new Loss('the second page opened in a tab is not of the newest release');
}

async function showAsApp({ context, page }: Phone): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'display-mode', value: 'standalone' }] });
}

/** For pages opened from now on it is later. */
const LATE = `(by) => {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + by); }
    static now() { return Real.now() + by; }
  };
}`;
