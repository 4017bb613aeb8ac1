import * as v from 'valibot';
import type { Problems } from '../problems.ts';
import { checkShape } from './check-shape.ts';
import { listOf } from './fields.ts';
import type { SourceFile } from './read-files.ts';
import { readJson } from './read-json.ts';
import { type Located, readYaml } from './read-yaml.ts';

/** Every short address that was ever published, so that none is lost unnoticed. `npm run addresses` writes it. */
export const ADDRESSES_FILE = 'addresses.lock.json';
/** Written by editors: where an old address leads. */
export const REDIRECTS_FILE = 'redirects.yaml';

/** With or without a slash at its end, as in `s/calais-pass`. */
const SHORT = /^(?:[st]\/[a-z0-9-]+|n\/[a-z0-9-]+(?:\/[a-z0-9-]+)?)\/?$/;
const shortAddress = v.pipe(
  v.string(),
  v.regex(SHORT, 'An address is written like s/calais-pass, t/dublin, n/calais or n/calais/food.'),
);

const lock = v.strictObject({ addresses: listOf(shortAddress) });
const redirects = v.record(v.string(), shortAddress);

export type AddressLock = Located<v.InferOutput<typeof lock>>;
export type Redirects = Located<v.InferOutput<typeof redirects>>;

/** @example withSlash('s/calais-pass') -> 's/calais-pass/' */
export const withSlash = (address: string) => address.replace(/\/?$/, '/');
export const isShortAddress = (text: string) => SHORT.test(text);

/** Both are undefined where the file is missing or wrong. */
export function readAddresses(
  files: readonly SourceFile[],
  problems: Problems,
): { lock: AddressLock | undefined; redirects: Redirects | undefined } {
  const find = (path: string) => files.find((file) => file.path === path);
  const [recorded, written] = [find(ADDRESSES_FILE), find(REDIRECTS_FILE)];
  const json = recorded && readJson(recorded, problems);
  const yaml = written && readYaml(written.text, written.file, problems);
  return {
    lock: json && checkShape(lock, json, problems),
    // A list of which every line is a comment says nothing.
    redirects: yaml && yaml.value !== null ? checkShape(redirects, yaml, problems) : undefined,
  };
}
