import { type Fault, install, Loss } from '../fault.ts';
import { bytesOf } from '../needed.ts';

const PARAMETERS = [
  'fbclid',
  'gclid',
  'gbraid',
  'wbraid',
  'igshid',
  'ttclid',
  'twclid',
  'msclkid',
  'yclid',
  'dclid',
  'mc_cid',
  'mc_eid',
  '_ga',
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'ref',
  's',
  'si',
  'share',
  'lang',
  'amp',
  'v',
];
const FORMS = [
  ...PARAMETERS.map((name) => `en/emergency/?${name}=1`),
  'en/emergency',
  'en/emergency?x',
  'en/emergency/index.html',
  'en/emergency/index.html?x=1',
  'en//emergency/',
  'en/./emergency/',
  'en/cards/../emergency/',
  'en/emergency/#main',
  'en/emergency/?a=1&b=2#c',
  'en/emergency/?',
  'en/emergency/#',
  'en/emergency/?x=%20',
  'en/emergency/?x=%D8%B9',
  'en/emergency/?x=/fr/',
  'en/emergency/?utm_source=a&fbclid=b',
  'en/emergency/#:~:text=112',
];

export const fault: Fault = {
  name: 'address-forms',
  says: `${FORMS.length} ways of writing one address, without a connection`,
  trials: { ci: 1, release: 1 },
  async run({ phone: borrow, host, release }) {
    const phone = await borrow();
    await install(phone);
    await host.goOffline();
    for (const form of FORMS) {
      await phone.page.goto('about:blank');
      const answer = await phone.page.goto(host.url(form), { waitUntil: 'commit' }).catch(() => null);
      if (!(await answer?.body().catch(() => undefined))?.equals(bytesOf(release(1), 'en/emergency/index.html')))
        throw new Loss(`${form} does not open the page`);
    }
  },
};
