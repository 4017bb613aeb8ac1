/** Whether a process that left its name on the disk still runs. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Numbers of processes are given again, so its beginning belongs to the name. @example processName(4711) -> '4711-5f3a9c12' */
export function processName(pid = process.pid): string {
  const since = sinceWhen(pid);
  return since && `${pid}-${createHash('sha256').update(since).digest('hex').slice(0, 8)}`;
}

/** False for a name that is none. */
export const isRunning = (name: string): boolean => /^\d+-/.test(name) && processName(Number.parseInt(name, 10)) === name;

/** When a process began, in the words of the system; empty when it is gone, or dead and only not yet counted by its parent. */
function sinceWhen(pid: number): string {
  if (existsSync('/proc/self/stat')) return sinceInProc(pid);
  const { stdout, error } = spawnSync('ps', ['-o', 'state=', '-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  if (error) return answers(pid) ? 'some time' : '';
  const [state = '', ...start] = stdout.trim().split(/\s+/);
  return state.startsWith('Z') ? '' : start.join(' ');
}

/** Fields of proc_pid_stat(5): the third is its state, the 22nd the ticks since the machine started; the second, its name, may hold blanks and brackets. */
function sinceInProc(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /[ZX]/.test(fields[0] ?? '') ? '' : `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')}`;
  } catch {
    return '';
  }
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
