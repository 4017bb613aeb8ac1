/** A folder of this run's own for profiles, hosts and workshops. What a run that was killed has left is swept away by the next. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The process that a room belongs to stands in its name. */
const NAME = /^guide-faults-(\d+)-/;

let room: string | undefined;

/** A new folder in it; `guide-faults-4711-Ab12Cd/profile-...` */
export function newFolder(kind: string): string {
  room ??= openRoom();
  return mkdtempSync(join(room, `${kind}-`));
}

/** Processes that were killed may still be letting go of their files. */
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

function openRoom(): string {
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = NAME.exec(name) ?? [];
    if (owner && !isRunning(Number(owner))) removeFolder(join(tmpdir(), name));
  }
  const opened = mkdtempSync(join(tmpdir(), `guide-faults-${process.pid}-`));
  process.once('exit', () => removeFolder(opened));
  return opened;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
