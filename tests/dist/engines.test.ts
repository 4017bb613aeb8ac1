import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import compat from '@mdn/browser-compat-data' with { type: 'json' };
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data/types';
import { type CallExpression, type MemberExpression, type Node, parse } from 'acorn';
import { full } from 'acorn-walk';
import * as csstree from 'css-tree';
import { describe, expect, it } from 'vitest';
import { type Engine, OLDEST, SCRIPT_TARGET } from '../../src/pipeline/engines.ts';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST } from './built-site.ts';

/**
 * What the oldest engines may skip without a loss, with the reason.
 * Everything else that pages use they must know: a phone that skips a rule or stops in a script tells nobody.
 */
const MAY_BE_SKIPPED: Readonly<Record<string, string>> = {
  'color-scheme': 'buttons and scroll bars keep the colours of daylight',
  'color-scheme: light': 'as above',
  'color-scheme: dark': 'as above',
  '(prefers-contrast)': 'lines stay as pale as for all',
  '(forced-colors)': 'no such setting there',
  'forced-color-adjust': 'as above',
  'forced-color-adjust: none': 'as above',
  'text-size-adjust': 'they know it with a prefix, which stands beside it',
  'overflow-wrap: anywhere': 'word-break: break-word stands beside it',
  cursor: 'a finger has none',
  'cursor: pointer': 'as above',
  ':focus-visible': 'they draw an outline of their own',
  outline: 'it does not follow round corners',
  'align-content: start': 'rows of a tile stand apart as far as it is high',
  'paint-order': 'letters on the map have a thinner edge',
  'place-self: end': 'a button stands at the start of its line',
  'line-clamp': 'known with a prefix, which stands beside it',
  '::details-content': 'on paper what is folded stays so where a script does not open it',
  'content-visibility': 'as above',
  'content-visibility: visible': 'as above',
  'break-after: avoid': 'on paper a heading can stand alone at the end of a page',
  'scroll-behavior': 'a jump is a jump',
  'scroll-behavior: auto': 'as above',
  '.createPolicy()': 'asked for before it is called (trusted-url.ts)',
  '.createScriptURL()': 'as above',
  '.navigate()': 'asked for before it is called (kill.ts)',
  '.show()': 'a function of ours',
  '.fetch()': 'a function of ours',
};

/** What pages for printing may use besides: paper comes out of the computers of associations, and is right without these where it says so. */
const MAY_BE_SKIPPED_ON_PAPER: Readonly<Record<string, string>> = {
  '@page': 'the paper is the one that is chosen in the print window',
  size: 'as above',
  page: 'as above',
  ':has': 'the usual paper and its colours stay, whatever is chosen',
  'print-color-adjust': 'they know it with a prefix, which stands beside it',
  'print-color-adjust: exact': 'as above',
  'break-after: column': 'without the script the cover of a leaflet shares its panel',
  'accent-color': 'a ticked box has the colour of the browser',
  zoom: 'a sheet is as big on the screen as on paper, and the page scrolls sideways',
};

/** MDN's data as what it is: names within names. */
const bcd = compat as unknown as { css: Tree; api: Tree; javascript: Tree };
interface Tree {
  [name: string]: (Identifier & Tree) | undefined;
}

const ENGINES = Object.keys(OLDEST) as Engine[];
const text = (file: string) => readFileSync(join(DIST, file), 'utf8');

/** The engines of OLDEST that do not know it; of what the data does not hold it says nothing. */
const lackedBy = (compat: CompatStatement | undefined) =>
  compat ? ENGINES.filter((engine) => since(compat, engine) > OLDEST[engine]) : [];

function since(compat: CompatStatement, engine: Engine): number {
  const all = [compat.support[engine] ?? []].flat();
  const plain = all.find(({ prefix, alternative_name, flags }) => !prefix && !alternative_name && !flags);
  const version = plain?.version_added;
  return typeof version === 'string' ? Number.parseFloat(version.replace('≤', '')) || Infinity : Infinity;
}

/** `name: engines that lack it`, each once. */
function faults(used: ReadonlyMap<string, CompatStatement | undefined>, skipped = MAY_BE_SKIPPED): string[] {
  return [...used]
    .filter(([name]) => !(name in skipped))
    .map(([name, compat]) => [name, lackedBy(compat)] as const)
    .filter(([, engines]) => engines.length > 0)
    .map(([name, engines]) => `${name}: ${engines.join(', ')}`);
}

/** Properties, their keywords, at-rules, media features and selectors of a style. */
function usedInStyle(css: string): Map<string, CompatStatement | undefined> {
  const used = new Map<string, CompatStatement | undefined>();
  const note = (name: string, found: Identifier | undefined) => found && used.set(name, found.__compat);
  csstree.walk(csstree.parse(css), (node) => {
    if (node.type === 'Atrule') note(`@${node.name}`, bcd.css['at-rules']?.[node.name]);
    if (node.type === 'Feature') note(`(${node.name})`, bcd.css['at-rules']?.media?.[node.name]);
    if (node.type === 'PseudoClassSelector') note(`:${node.name}`, bcd.css.selectors?.[node.name]);
    if (node.type === 'PseudoElementSelector') note(`::${node.name}`, bcd.css.selectors?.[node.name]);
    if (node.type !== 'Declaration' || node.property.startsWith('--')) return;
    const property = bcd.css.properties?.[node.property];
    note(node.property, property);
    for (const word of csstree.generate(node.value).match(/[a-z-]+/g) ?? [])
      if (word !== '__compat') note(`${node.property}: ${word}`, property?.[word]);
  });
  return used;
}

/** By the name of a method or of a global: the earliest thing of that name, since a script does not say on what it calls it. */
const KNOWN = knownNames();

function knownNames(): Map<string, CompatStatement> {
  const known = new Map<string, CompatStatement>();
  const score = (compat: CompatStatement) => lackedBy(compat).length;
  const note = (name: string, compat: CompatStatement | undefined) => {
    const before = known.get(name);
    if (compat && (!before || score(compat) < score(before))) known.set(name, compat);
  };
  for (const part of [bcd.api, bcd.javascript.builtins] as Tree[])
    for (const [name, thing] of Object.entries(part)) {
      const { __compat, ...members } = (thing ?? {}) as Identifier;
      note(name, __compat);
      for (const [member, found] of Object.entries(members))
        note(`.${member.replace(/_static$/, '')}()`, (found as Identifier | undefined)?.__compat);
    }
  return known;
}

function usedInScript(program: Node): Map<string, CompatStatement | undefined> {
  const used = new Map<string, CompatStatement | undefined>();
  const note = (name: string) => KNOWN.has(name) && used.set(name, KNOWN.get(name));
  full(program, (node) => {
    if (node.type === 'NewExpression') note((node as unknown as { callee: { name?: string } }).callee.name ?? '');
    if (node.type !== 'CallExpression') return;
    const { callee, optional } = node as CallExpression;
    // It is asked for before it is called.
    if (optional) return;
    if (callee.type === 'Identifier') note(callee.name);
    const { property, computed } = callee as MemberExpression;
    if (callee.type === 'MemberExpression' && !computed && property.type === 'Identifier') note(`.${property.name}()`);
  });
  return used;
}

/** What scripts of 2020 may not have: what came later, and what Chrome before 91 gets wrong. */
function tooNew(script: string, sourceType: 'module' | 'script'): string[] {
  try {
    const wrong: string[] = [];
    full(parse(script, { ecmaVersion: SCRIPT_YEAR, sourceType }), (node) => {
      const { optional, arguments: given } = node as CallExpression;
      if (node.type === 'CallExpression' && optional && given.some(({ type }) => type === 'SpreadElement')) wrong.push('?.(...)');
    });
    return wrong;
  } catch (problem) {
    return [String(problem)];
  }
}

const SCRIPT_YEAR = Number(SCRIPT_TARGET.slice(2)) as 2020;
const kindOf = (file: string) => (file.startsWith('assets/') ? 'module' : 'script');

const scripts = filesBelow(DIST).filter((file) => file.endsWith('.js') && !file.includes('atlas-'));
const parseScript = (file: string) => parse(text(file), { ecmaVersion: SCRIPT_YEAR, sourceType: kindOf(file) });

describe('the oldest engines know', () => {
  const styled = ['en/index.html', 'index.html', 'calendar/index.html', 'en/guide.html', 'print/index.html'];
  it.each(styled.filter((file) => filesBelow(DIST).includes(file)))('all of the style of %s', (file) => {
    const styles = [...text(file).matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
    expect(styles.length).toBeGreaterThan(0);
    const skipped = file.startsWith('print/') ? { ...MAY_BE_SKIPPED, ...MAY_BE_SKIPPED_ON_PAPER } : MAY_BE_SKIPPED;
    expect(faults(usedInStyle(styles.join('\n')), skipped)).toEqual([]);
  });

  it.each(scripts)('the language of %s', (file) => {
    expect(tooNew(text(file), kindOf(file))).toEqual([]);
  });

  it.each(scripts)('what %s calls', (file) => {
    expect(faults(usedInScript(parseScript(file)))).toEqual([]);
  });

  it.each(['en/index.html', 'calendar/index.html'])('the scripts in %s, in the language of 2017', (file) => {
    const inline = [...text(file).matchAll(/<script>(.*?)<\/script>/gs)].map(([, code = '']) => code);
    expect(inline.length).toBeGreaterThan(0);
    for (const code of inline) expect(() => parse(code, { ecmaVersion: 2017 })).not.toThrow();
  });
});

it('would notice a rule and a call that are too new', () => {
  expect(faults(usedInStyle('a:has(b){text-wrap:balance}@container (width>1px){}'))).toHaveLength(4);
  expect(faults(usedInScript(parse('structuredClone(a.at(-1))', { ecmaVersion: 2020 })))).toHaveLength(2);
  for (const script of ['a ||= 1', 'class A { #b = 1 }', 'a?.(...b)']) expect(tooNew(script, 'script')).toHaveLength(1);
  expect(tooNew('a?.(b) ?? c(...d)', 'script')).toEqual([]);
});
