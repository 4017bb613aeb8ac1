import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Language } from '../../../src/guide/types.ts';

const ROOT = join(import.meta.dirname, '../../..');
const languages = parse(readFileSync(join(ROOT, 'locales/languages.yaml'), 'utf8')) as Language[];
const css = readFileSync(join(ROOT, 'src/styles/scripts.css'), 'utf8').replace(/\/\*.*?\*\//gs, '');
const rules = [...css.matchAll(/([^{}]+)\{([^}]*)\}/g)].map(([, selectors = '', declarations = '']) => ({
  selectors: selectors.trim().split(/,\s*/),
  declarations,
}));
const said = (selector: string, property: string) =>
  rules.find(({ selectors, declarations }) => selectors.includes(selector) && declarations.includes(`${property}:`))
    ?.declarations;

/** Height of lines by script. */
const LINES: Record<string, string> = { Latn: '1.5', Arab: '1.75', Ethi: '1.65' };

it.each(languages.map(({ lang, script }) => [lang, script] as const))('%s has the lines of its script, %s', (lang, script) => {
  expect(said(`:lang(${lang})`, '--leading')).toContain(`--leading: ${LINES[script]};`);
  expect(said(`html:lang(${lang})`, '--letters')?.trim()).toBe(script === 'Arab' ? '--letters: 1.1;' : undefined);
});
