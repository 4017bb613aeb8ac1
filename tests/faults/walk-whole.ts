/** Nothing is wrong: what is kept must be all of it, in every language. */
import { expectNothingLost, install, type Trial } from './fault.ts';
import { shortPagesOf } from './releases.ts';

/** Keeps every language of the guide one after the other, then walks over every page of each and over the addresses from paper. */
export async function walkWhole(trial: Trial): Promise<void> {
  const v1 = trial.release(1);
  const phone = await trial.phone();
  const [first = '', ...others] = Object.keys(v1.lists);
  const walk = (lang: string, also: readonly string[] = []) =>
    expectNothingLost(phone, { whole: true, versions: ['v1'] }, `in ${lang}`, { lang, also });
  await install(phone, first);
  // With many languages kept, hundreds of these at once would take longer than a page waits.
  await walk(first, shortPagesOf(v1));
  for (const lang of others) await install(phone, lang);
  for (const lang of [first, ...others]) await walk(lang);
}
