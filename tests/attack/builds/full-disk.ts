/** Loaded before a build: after FULL_AFTER writes into its place there is no room, however much there is. What Vite writes in other languages than this one is not caught. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.FULL_AFTER);

function take(path: unknown): void {
  if (!/\.building[/\\].*[/\\]/.test(String(path)) || left-- > 0) return;
  throw Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), { code: 'ENOSPC', syscall: 'write' });
}

const target = (name: string) => (name.startsWith('copyFile') ? 1 : 0);

for (const name of ['writeFileSync', 'copyFileSync'] as const) {
  const original = fs[name] as (...parts: unknown[]) => void;
  Object.assign(fs, {
    [name]: (...parts: unknown[]) => {
      take(parts[target(name)]);
      return original(...parts);
    },
  });
}
for (const name of ['writeFile', 'copyFile'] as const) {
  const original = fs.promises[name] as (...parts: unknown[]) => Promise<void>;
  Object.assign(fs.promises, {
    [name]: async (...parts: unknown[]) => {
      take(parts[target(name)]);
      return original(...parts);
    },
  });
}
syncBuiltinESMExports();
