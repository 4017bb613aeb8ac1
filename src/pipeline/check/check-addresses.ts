import { addressesOf } from '../addresses/addresses-of.ts';
import { type Addresses, followRedirect } from '../addresses/follow-redirects.ts';
import { FILE_START, type Problems } from '../problems.ts';
import { didYouMean, nearest } from '../read/nearest.ts';
import { ADDRESSES_FILE, isShortAddress, REDIRECTS_FILE, withSlash } from '../read/read-addresses.ts';
import type { Sources } from '../read/read-sources.ts';

/** What once stood on paper leads to a page for ever: every address is recorded, and those that are no more lead to one that is. */
export function checkAddresses(sources: Sources, problems: Problems): void {
  const addresses = addressesOf(sources);
  checkRecorded(sources, addresses, problems);
  checkNoneLost(sources, addresses, problems);
  checkRedirects(sources, addresses, problems);
}

/** A guide without an address of its own can have printed none. */
function checkRecorded({ addresses: { lock }, settings }: Sources, { living, recorded }: Addresses, problems: Problems): void {
  if (!lock && !settings.value.site) return;
  const fresh = [...living].filter((address) => !recorded.includes(address));
  if (fresh.length === 0) return;
  const named = fresh.length > 3 ? `${fresh.slice(0, 3).map(shown).join(', ')} ...` : fresh.map(shown).join(', ');
  const message = `Not recorded yet: ${named} (${fresh.length} in all). Run "npm run addresses" and publish this file with your change, so that nobody takes away by mistake what others have printed.`;
  problems.warn(lock?.file ?? `content/${ADDRESSES_FILE}`, FILE_START, message);
}

function checkNoneLost({ addresses: { lock } }: Sources, addresses: Addresses, problems: Problems): void {
  for (const [index, address] of addresses.recorded.entries()) {
    if (!lock || followRedirect(address, addresses).kind === 'living' || leadsOn(address, addresses)) continue;
    const message = `"${shown(address)}" was published and may stand on paper, but it is no longer in the guide. Put it back, or write in content/${REDIRECTS_FILE} where readers go instead: "${shown(address)}: ${shown(suggest(address, addresses))}". Only what nobody has seen yet may be taken out of this list.`;
    problems.error(lock.file, lock.at(['addresses', index], 'text'), message);
  }
}

/** Its own line, or that of its town, is complained of instead. */
const leadsOn = (address: string, { redirects }: Addresses) =>
  redirects.has(address) || redirects.has(address.replace(/^(n\/[^/]+\/).*/, '$1'));

/** What is new and of the same kind may be the old page under another name; for a need there is its town. */
function suggest(address: string, { living, recorded }: Addresses): string {
  const town = /^n\/[^/]+\/(?=.)/.exec(address)?.[0] ?? '';
  if (living.has(town)) return town;
  const alike = [...living].filter((one) => one.startsWith(address.slice(0, 2)));
  const fresh = alike.filter((one) => !recorded.includes(one));
  return (fresh.length === 1 ? fresh[0] : nearest(address, alike)) ?? [...living][0] ?? '';
}

function checkRedirects({ addresses: { redirects } }: Sources, addresses: Addresses, problems: Problems): void {
  if (!redirects) return;
  const { file, value, at } = redirects;
  for (const [from, to] of Object.entries(value)) {
    const [wrongStart, wrongEnd] = [startFault(from, addresses), endFault(from, to, addresses)];
    if (wrongStart) problems.error(file, at([from], 'key'), wrongStart);
    else if (wrongEnd) problems.error(file, at([from]), wrongEnd);
  }
}

function startFault(from: string, { living, recorded }: Addresses): string | undefined {
  if (!isShortAddress(from))
    return `"${from}" is no short address. Write it like s/calais-pass, t/dublin, n/calais or n/calais/food.`;
  if (living.has(withSlash(from))) return `"${from}" is in the guide, so nothing may lead away from it. Take this line out.`;
  if (recorded.includes(withSlash(from))) return undefined;
  return `"${from}" was never an address of this guide (content/${ADDRESSES_FILE}).${didYouMean(from, recorded.map(shown))} Correct it or take this line out.`;
}

/** A redirect may lead to another one; where that leads nowhere, its own line says so. */
function endFault(from: string, to: string, addresses: Addresses): string | undefined {
  const end = followRedirect(withSlash(from), addresses);
  if (end.kind === 'circle') return `"${from}" leads in a circle, to no page. Lead to one that is in the guide.`;
  if (end.kind === 'living' || end.address !== withSlash(to)) return undefined;
  const living = [...addresses.living].map(shown);
  return `"${to}" is not in the guide.${didYouMean(shown(to), living)} Lead to the nearest page that is, like ${living[0]}.`;
}

/** As editors write it. */
const shown = (address: string) => address.replace(/\/$/, '');
