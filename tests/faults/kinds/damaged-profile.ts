import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';
import type { Random } from '../random.ts';

const DAMAGES: Readonly<Record<string, (file: string, random: Random) => void>> = {
  'a bit flipped in': (file, random) => {
    const bytes = readFileSync(file);
    const place = random.below(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << random.below(8));
    writeFileSync(file, bytes);
  },
  'cut off:': (file, random) => truncateSync(file, random.below(readFileSync(file).length)),
  'emptied:': (file) => truncateSync(file, 0),
  'deleted:': (file) => rmSync(file),
};

export const fault: Fault = {
  name: 'damaged-profile',
  says: 'with the browser ended, files in which it keeps the caches have bits flipped, are cut, emptied or deleted: one, a third or all',
  trials: { ci: 12, release: 120 },
  async run(trial) {
    const { random } = trial;
    const name = random.pick(Object.keys(DAMAGES));
    const share = random.pick([0, 0.3, 1]);
    const phone = await trial.ownPhone();
    await install(phone);
    await phone.kill();
    const files = random.shuffle(storedFiles(phone.profile));
    const hit = files.slice(0, Math.max(1, Math.ceil(files.length * share)));
    const [one] = hit.length === 1 ? hit : [];
    trial.note(`${name} ${hit.length} of ${files.length} files${one ? ` (${one.slice(phone.profile.length)})` : ''}`);
    for (const file of hit) DAMAGES[name]?.(file, random);
    await expectNothingLost(phone, { whole: false, versions: ['v1'] }, 'after the damage');
    await expectHealed(phone, trial.release(1));
  },
};

/** Of the caches themselves; sorted, so that chance chooses the same ones again as far as the browser names them alike. */
const storedFiles = (profile: string): string[] =>
  readdirSync(join(profile, 'Default/Service Worker/CacheStorage'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).length > 0)
    .sort();
