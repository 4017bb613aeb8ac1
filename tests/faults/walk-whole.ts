/** Nothing is wrong: what is kept must be all of it, in every language. */
import { expectNothingLost, install, type Trial } from './fault.ts';
import { shortPagesOf } from './releases.ts';

/** Keeps every language of the guide one after the other, then walks over every page of each and over the addresses from paper. */
export async function walkWhole(trial: Trial): Promise<void> {
  const v1 = trial.release(1);
  const phone = await trial.phone();
  const langs = Object.keys(v1.lists);
  for (const lang of langs) await install(phone, lang);
  for (const [place, lang] of langs.entries()) {
    const also = place === 0 ? shortPagesOf(v1) : [];
    await expectNothingLost(phone, { whole: true, versions: ['v1'] }, `in ${lang}`, { lang, also });
  }
}
