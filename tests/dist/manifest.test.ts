import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MANIFEST } from '../../src/pipeline/manifest.ts';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST } from './built-site.ts';

it('the manifest has the fingerprint of every published file, as sha256sum writes it', () => {
  const lines = readFileSync(join(DIST, MANIFEST), 'utf8').trimEnd().split('\n');
  const others = filesBelow(DIST).filter((file) => file !== MANIFEST);
  expect(lines.map((line) => line.slice(66))).toEqual(others);
  const wrong = lines.filter(
    (line) =>
      !/^[\da-f]{64} {2}\S/.test(line) ||
      line.slice(0, 64) !==
        createHash('sha256')
          .update(readFileSync(join(DIST, line.slice(66))))
          .digest('hex'),
  );
  expect(wrong).toEqual([]);
});
