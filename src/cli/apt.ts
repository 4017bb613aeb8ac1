/** Running the programs that install other programs, each named in a line first. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export type Say = (line: string) => void;

export const isRoot = process.getuid?.() === 0;
/** Debian's packages can be installed without asking anybody. */
export const canUseApt = isRoot && existsSync('/usr/bin/apt-get');

export const aptInstall = (say: Say, ...packages: string[]) =>
  runs(say, 'apt-get', ['update', '-qq']) &&
  runs(say, 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);

export function runs(say: Say, command: string, args: string[]): boolean {
  say([command, ...args].join(' '));
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}
