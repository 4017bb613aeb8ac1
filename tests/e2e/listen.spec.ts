import { expect, type Page, test } from '@playwright/test';
import { type PublishedSite, publishSite } from './published-site.ts';
import { DIST_HOURS } from './site.ts';

interface GivenVoice {
  lang: string;
  localService?: boolean;
}
interface Phone {
  /** What its voices were asked to say, `lang: text`. */
  said: string[];
  /** Whether a sentence ends by itself. */
  ends: boolean;
}
const phone = (page: Page) => page.evaluate(() => (window as unknown as { phone: Phone }).phone);
const said = async (page: Page) => (await phone(page)).said;

let site: PublishedSite;
test.beforeEach(async () => {
  site = await publishSite(DIST_HOURS, '/');
});
test.afterEach(() => site.remove());

/** A phone with these voices, which write down what they are to say. `late`: they are found only after a while. */
async function giveVoices(page: Page, voices: GivenVoice[], { ends = true, late = false } = {}) {
  await page.addInitScript(
    ([given, ends, late]) => {
      const phone = { said: [] as string[], ends };
      const found = given.map((voice) => ({ localService: true, name: voice.lang, ...voice }));
      let isReady = !late;
      const speechSynthesis = Object.assign(new EventTarget(), {
        getVoices: () => (isReady ? found : []),
        cancel: () => sessionStorage.setItem('cancelled', 'yes'),
        speak: (utterance: Utterance) => {
          phone.said.push(`${utterance.lang}: ${utterance.text}`);
          if (phone.ends) setTimeout(() => utterance.onend?.(new Event('end')), 10);
        },
      });
      setTimeout(() => {
        isReady = true;
        speechSynthesis.dispatchEvent(new Event('voiceschanged'));
      }, 800);
      class Utterance {
        lang = '';
        onend: ((event: Event) => void) | null = null;
        constructor(readonly text: string) {}
      }
      for (const [name, value] of Object.entries({ phone, speechSynthesis, SpeechSynthesisUtterance: Utterance }))
        Object.defineProperty(window, name, { value });
    },
    [voices, ends, late] as const,
  );
}

const button = (page: Page) => page.locator('button[data-island="listen"]');
/** The later scripts of a page have started. */
const settled = (page: Page) => expect.poll(() => page.evaluate(() => document.documentElement.dataset.offline)).toBe('ready');

test.describe('a voice of the phone', () => {
  test('reads the title and then the text in order, sentence by sentence, and stops at the end', async ({ page }) => {
    await giveVoices(page, [{ lang: 'de-DE' }, { lang: 'en_US' }]);
    await page.goto(site.url('en/s/hospital/'));
    await expect(button(page)).toHaveText('Listen');
    await button(page).click();
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(8);
    await expect(button(page)).toHaveText('Listen');
    const texts = await said(page);
    const title = await page.locator('h1').textContent();
    expect(texts[0]).toBe(`en_US: ${title}`);
    expect(texts.join('\n')).toMatch(/How sure is this\?\n(.*\n)*en_US: When\n(.*\n)*en_US: For whom/);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(200);
  });

  test('reads no buttons, no badges and nothing that is closed or hidden', async ({ page }) => {
    await giveVoices(page, [{ lang: 'en-GB' }]);
    await page.goto(site.url('en/s/hospital/'));
    await button(page).click();
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(8);
    await expect(button(page)).toHaveText('Listen');
    expect((await said(page)).join('\n')).not.toMatch(/Listen|Share|Call|Where this comes from|example\.org/);
  });

  test('reads what is in another language only with a voice of that language', async ({ page }) => {
    await giveVoices(page, [{ lang: 'en-GB' }, { lang: 'fr-FR' }]);
    await page.goto(site.url('en/s/hospital/'));
    await button(page).click();
    await expect.poll(async () => (await said(page)).filter((text) => text.startsWith('fr-FR: ')).length).toBeGreaterThan(0);
    for (const text of await said(page)) expect(text.includes('Centre Hospitalier')).toBe(text.startsWith('fr-FR: Centre'));
  });

  test('stops when it is told to', async ({ page }) => {
    await giveVoices(page, [{ lang: 'en-GB' }], { ends: false });
    await page.goto(site.url('en/s/hospital/'));
    await button(page).click();
    await expect(button(page)).toHaveText('Stop');
    expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBeNull();
    await button(page).click();
    await expect(button(page)).toHaveText('Listen');
    expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBe('yes');
    expect(await said(page)).toHaveLength(1);
  });

  test('stops when the reader leaves the page', async ({ page }) => {
    await giveVoices(page, [{ lang: 'en-GB' }], { ends: false });
    await page.goto(site.url('en/s/hospital/'));
    await button(page).click();
    await page.locator('a.back').click();
    await expect(page.locator('h1')).toContainText('Doctor');
    expect(await page.evaluate(() => sessionStorage.getItem('cancelled'))).toBe('yes');
  });

  test('is offered also when the browser finds it late', async ({ page }) => {
    await giveVoices(page, [{ lang: 'ar-EG' }], { late: true });
    await page.goto(site.url('ar/s/hospital/'));
    await expect(button(page)).toBeVisible();
  });

  for (const [what, voices] of Object.entries({
    'of another language': [{ lang: 'en-GB' }, { lang: 'fa-IR' }],
    'that would send the text to somebody’s server': [{ lang: 'ar-XA', localService: false }],
  })) {
    test(`${what} is not offered`, async ({ page }) => {
      await giveVoices(page, voices);
      await page.goto(site.url('ar/s/hospital/'));
      await settled(page);
      await expect(button(page)).toBeHidden();
    });
  }

  test('is not offered for emergency numbers', async ({ page }) => {
    await giveVoices(page, [{ lang: 'ar-EG' }, { lang: 'en-GB' }]);
    for (const path of ['ar/emergency/', 'en/emergency/']) {
      await page.goto(site.url(path));
      await settled(page);
      await expect(button(page)).toHaveCount(0);
    }
  });
});

test.describe('a recording', () => {
  const link = (page: Page) => page.locator('a[data-island="listen"]').first();

  test('says its size, is fetched on a tap alone, and plays under the page’s own policy', async ({ page }) => {
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', ({ violatedDirective }) => sessionStorage.setItem('broken', violatedDirective)),
    );
    await giveVoices(page, [{ lang: 'en-GB' }]);
    for (const path of ['en/t/sea/', 'en/emergency/']) {
      await page.goto(site.url(path));
      await settled(page);
      await expect(link(page)).toHaveText('Listen (1 kB)');
      expect(site.asked().filter((one) => one.startsWith('audio/'))).toEqual([]);
      await link(page).click();
      const seconds = () => page.locator('audio').evaluate((player: HTMLAudioElement) => player.duration);
      await expect.poll(seconds).toBeGreaterThan(0.9);
      expect(site.asked().filter((one) => one.startsWith('audio/'))[0]).toMatch(/^audio\/en\/.*\.opus$/);
      await site.goOffline();
      await site.goOnline();
    }
    expect(await page.evaluate(() => sessionStorage.getItem('broken'))).toBeNull();
  });

  test('says so when it cannot be had', async ({ page }) => {
    await page.goto(site.url('en/t/sea/'));
    await settled(page);
    await site.goOffline();
    await link(page).click();
    await expect(page.getByText('The sound cannot be played now.')).toBeVisible();
    await expect(link(page)).toBeVisible();
    await site.goOnline();
    await link(page).click();
    await expect(page.getByText('The sound cannot be played now.')).toHaveCount(0);
    await expect(page.locator('audio')).toBeVisible();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('is a link to a file that every phone plays', async ({ page, request }) => {
      await page.goto(site.url('en/t/sea/'));
      const answer = await request.get(site.url((await link(page).getAttribute('href'))?.slice(1) ?? ''));
      expect(answer.status()).toBe(200);
      expect(answer.headers()['content-type']).toBe('audio/mp4');
      expect(answer.headers()['cache-control']).toContain('immutable');
    });
  });

  test('is only of its own language', async ({ page }) => {
    await page.goto(site.url('ar/emergency/'));
    await expect(link(page)).toHaveCount(0);
  });
});
