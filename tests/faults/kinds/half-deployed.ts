import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';
import type { Release } from '../releases.ts';

const GROUPS: Readonly<Record<string, RegExp>> = {
  hashed: /^(assets|packs\/[^/]+)\//,
  lists: /^packs\/[^/]+$/,
  pages: /\.html$/,
  worker: /^sw\.js$/,
};
const ORDERS = permutations(Object.keys(GROUPS));

export const fault: Fault = {
  name: 'half-deployed',
  says: 'a visit in the middle of an upload, in each of the 24 orders of files, lists, pages and worker',
  trials: { ci: 24, release: 500 },
  historic: ['workbox-3286', 'macrotrackr-117'],
  async run(trial) {
    const { host, number, random } = trial;
    const [v1, v2] = [trial.release(1), trial.release(2)];
    const order = ORDERS[number % ORDERS.length] ?? [];
    const update = random.next() < 0.7;
    const files = order.flatMap((group) => random.shuffle(filesOf(v2, group)));
    const done = random.below(files.length);
    trial.note(`${order.join(', ')}: ${done} of ${files.length} files, ${update ? 'update' : 'first visit'}`);
    const phone = await trial.phone();
    if (update) await install(phone);
    const put = host.beginDeploy(v1);
    for (const path of files.slice(0, done)) put(v2, path);
    await phone.start();
    await expectNothingLost(phone, { whole: update, versions: ['v1', 'v2'] }, 'in the middle');
    for (const path of v2.files.keys()) put(v2, path);
    await expectHealed(phone, v2, { old: ['v1'], whole: update });
  },
};

/** Each file is of the first group that it fits. */
const filesOf = ({ files }: Release, group: string): string[] =>
  [...files.keys()].filter((path) => Object.keys(GROUPS).find((name) => GROUPS[name]?.test(path)) === group);

function permutations(items: readonly string[]): string[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first) => permutations(items.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}
