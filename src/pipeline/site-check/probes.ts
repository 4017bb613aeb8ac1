/** Questions that no file answers: wrong addresses, missing slashes, capitals, plain http. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ask } from './ask.ts';
import { changeOf } from './judge-bytes.ts';
import { isRedirect, redirectFinding, target } from './judge-file.ts';
import type { Finding } from './remedies.ts';

export interface ProbedSite {
  dist: string;
  origin: string;
  base: string;
  /** A language of the guide, whose first page is tried in other spellings. */
  lang: string;
  ask: Ask;
}

export async function probe(site: ProbedSite): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const ask of [wrongAddresses, missingSlash, capitals, plainHttp]) found.push(...(await ask(site)));
  return found;
}

/** A page, a script and something below a language, none of which was ever built. */
async function wrongAddresses({ dist, origin, base, lang, ask }: ProbedSite): Promise<Finding[]> {
  const ours = readFileSync(join(dist, '404.html'));
  const judge = async (path: string): Promise<Finding[]> => {
    const answer = await ask(origin + path);
    if (!answer) return [{ change: 'unreachable', path }];
    if (answer.status < 400)
      return [{ change: 'fallback', path, seen: isRedirect(answer) ? target(answer, origin + path) : 'a page' }];
    const [change] = changeOf(ours, answer.body, 'text/html');
    if (answer.status === 404 && !change) return [];
    const isOurs = answer.status === 404 && change && change !== 'changed' && change !== 'cut';
    return isOurs ? [{ change, path }] : [{ change: 'not-found', path, seen: `status ${answer.status}` }];
  };
  const paths = ['no-such-page/', `${lang}/no-such-page/`, 'assets/no-such-script-000000.js'];
  return (await Promise.all(paths.map((path) => judge(base + path)))).flat();
}

/** Typed without its slash an address leads to the one with it, or is answered there and then. */
async function missingSlash({ origin, base, lang, ask }: ProbedSite): Promise<Finding[]> {
  const path = `${base}${lang}`;
  const answer = await ask(origin + path);
  if (!answer || answer.status === 200) return [];
  if (!isRedirect(answer)) return [{ change: 'slash', path, seen: `status ${answer.status}` }];
  return target(answer, origin + path) === `${origin}${path}/` ? [] : [redirectFinding(path, answer, origin)];
}

async function capitals({ origin, base, lang, ask }: ProbedSite): Promise<Finding[]> {
  const path = `${base}${lang.toUpperCase()}/`;
  const answer = await ask(origin + path);
  return answer && answer.status < 400 ? [{ change: 'case', path }] : [];
}

/** Who types the address comes by http first. A host that does not listen there is as good. */
async function plainHttp({ origin, base, ask }: ProbedSite): Promise<Finding[]> {
  if (!origin.startsWith('https:')) return [];
  const plain = origin.replace(/^https:/, 'http:');
  const answer = await ask(plain + base);
  const goesOn = !answer || (isRedirect(answer) && target(answer, plain + base).startsWith('https:'));
  return goesOn ? [] : [{ change: 'https', path: base, seen: `status ${answer.status}` }];
}
