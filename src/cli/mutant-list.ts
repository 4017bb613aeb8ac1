/** The list of deliberate bugs: what one is, reading them, and planting one in a copy of the project. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';

const text = v.pipe(v.string(), v.nonEmpty());

const mutant = v.strictObject({
  /** Short and unique, for `--only` and the table. */
  name: v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  /** What a reader or editor would suffer, as the end of "with this bug ...". */
  breaks: text,
  /** Path from the project's root. */
  file: text,
  /** Stands exactly once in the file. */
  find: text,
  /** What is put in its place; empty takes it out. */
  replace: v.string(),
  /** Test files of which at least one test must go red. */
  caught_by: v.pipe(v.array(text), v.minLength(1)),
  /** The tests look at the built site, so it is built first. */
  slow: v.optional(v.boolean(), false),
});

export type Mutant = v.InferOutput<typeof mutant>;

/** Throws on a list that is not right: it is ours, not an editor's. */
export function readMutants(yaml: string): Mutant[] {
  const mutants = v.parse(v.array(mutant), parse(yaml));
  const twin = mutants.find(({ name }, index) => mutants.findIndex((other) => other.name === name) !== index);
  if (twin) throw new Error(`Two deliberate bugs are called "${twin.name}".`);
  return mutants;
}

/** Why a bug cannot be planted in the project at `root`, or undefined: code moves on, and a patch that no longer fits tests nothing. */
export function misfit({ name, file, find, replace, caught_by }: Mutant, root: string): string | undefined {
  const missing = [file, ...caught_by].find((path) => !existsSync(join(root, path)));
  if (missing) return `${name}: there is no ${missing}.`;
  const times = readFileSync(join(root, file), 'utf8').split(find).length - 1;
  if (times !== 1)
    return `${name}: its "find" stands ${times} times in ${file}, not once. Write the patch anew for the code as it is.`;
  return find === replace ? `${name}: it changes nothing.` : undefined;
}

/** Puts the bug into the copy at `root`; what it returns takes it out again. */
export function plant({ file, find, replace }: Mutant, root: string): () => void {
  const path = join(root, file);
  const right = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    right.replace(find, () => replace),
  );
  return () => writeFileSync(path, right);
}
