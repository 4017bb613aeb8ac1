/** The street map of a guide that has one, under the name that it is published by. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Streets } from '../../guide/types.ts';
import type { Problems } from '../problems.ts';
import { streetMap } from '../streets/street-map.ts';

export interface StreetFile {
  /** On this machine. */
  file: string;
  streets: Streets;
}

/** `undefined` without one, or with one that no map can open, which is a warning. */
export function readStreets(content: string, problems: Problems): StreetFile | undefined {
  const found = streetMap(content, problems);
  if (!found) return undefined;
  const { file, bytes, date, bbox: box } = found;
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  return { file, streets: { url: `assets/streets-${hash}.pmtiles`, bytes, ...(date && { date }), box } };
}
