import * as v from 'valibot';
import { compareCodeUnits, type Problems } from '../problems.ts';
import { checkShape } from '../read/check-shape.ts';
import type { SourceFile } from '../read/read-files.ts';
import { readJson } from '../read/read-json.ts';

/** locales/<lang>.lock.json: from which source each translated segment was made, and who has looked at it. Written by tools only. */

export const LOCK_STATES = ['machine', 'draft', 'reviewed'] as const;
export type LockState = (typeof LOCK_STATES)[number];

const entry = v.strictObject({
  /** Hash of the source segment it was made from. */
  from: v.pipe(v.string(), v.regex(/^[0-9a-f]{10}$/, 'A hash has ten hexadecimal digits. Run npm run translations again.')),
  state: v.picklist(LOCK_STATES),
  /** Who reviewed it. */
  by: v.optional(v.string()),
  /** When it was reviewed. */
  on: v.optional(v.string()),
});

const lock = v.record(v.string(), v.record(v.string(), entry));

export type LockEntry = v.InferOutput<typeof entry>;
/** File key -> segment key -> entry. */
export type Lock = v.InferOutput<typeof lock>;

export function readLock(source: SourceFile, problems: Problems): Lock {
  const json = readJson(source, problems);
  return (json && checkShape(lock, json, problems)?.value) ?? {};
}

/** The lock file's text, the same for the same entries, so that diffs stay small. */
export const writeLock = (entries: Lock): string => `${JSON.stringify(sortKeys(entries), null, 2)}\n`;

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b));
  return Object.fromEntries(sorted.map(([key, nested]) => [key, sortKeys(nested)]));
}
