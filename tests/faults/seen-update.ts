/** What an update asks the host for: seen once, because how a phone gets its files may change. */
import { install, type Trial } from './fault.ts';

const seen = new Map<string, Promise<string[]>>();

/** Paths of the files, sorted; the first trial that asks lets a phone of its own go from v1 to v2, and the host is as before afterwards. */
export function askedByUpdate(trial: Trial): Promise<string[]> {
  const { folder } = trial.release(2);
  const known = seen.get(folder) ?? watchUpdate(trial);
  seen.set(folder, known);
  return known;
}

async function watchUpdate({ host, phone: borrow, release }: Trial): Promise<string[]> {
  const phone = await borrow();
  await install(phone);
  const before = host.asked().length;
  host.publish(release(2));
  for (const _ of ['the language', 'the worker that then waits']) await phone.start();
  const asked = host
    .asked()
    .slice(before)
    .map((path) => path.replace(/\?.*/s, ''));
  host.publish(release(1));
  await phone.kill();
  return [...new Set(asked)].filter((path) => release(2).files.has(path)).sort();
}
