/** Everything that can happen to a file between an editor's hand and the build: by accident, by a program, on purpose. */
import type { Random } from './seeded.ts';

export interface Mutation {
  name: string;
  /** The guide means the same afterwards. */
  harmless?: true;
  change: (bytes: Buffer, random: Random) => Buffer;
}

const MEGABYTE = 1024 * 1024;

/** On the text, where bytes do not matter. */
const onText = (change: (text: string, random: Random) => string) => (bytes: Buffer, random: Random) =>
  Buffer.from(change(bytes.toString(), random));

/** What is put somewhere; megabytes are made only when their turn has come. */
type Piece = string | (() => string);
const pickText = (random: Random, pieces: readonly Piece[]) => {
  const piece = random.pick(pieces);
  return typeof piece === 'string' ? piece : piece();
};

/** On one line. */
const onLine = (change: (line: string, random: Random) => string) =>
  onText((text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines[at] = change(lines[at] ?? '', random);
    return lines.join('\n');
  });

/** What stands behind a key becomes something else. */
const instead = (...values: readonly Piece[]) =>
  onText((text, random) => {
    const keys = [...text.matchAll(/(?<=^\s*(?:- )?"?[\w.-]+"?: ).+$/gm)];
    if (!keys.length) return text + pickText(random, values);
    const { index, 0: old } = random.pick(keys);
    return text.slice(0, index) + pickText(random, values) + (old.endsWith(',') ? ',' : '') + text.slice(index + old.length);
  });

/** Put in anywhere. */
const inserted = (...pieces: readonly string[]) =>
  onText((text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(pieces) + text.slice(at);
  });

/** Lines at the end. */
const appended = (...pieces: readonly Piece[]) => onText((text, random) => `${text.trimEnd()}\n${pickText(random, pieces)}\n`);

/** Under the front matter's first line, or at the beginning. */
const asKey = (...lines: readonly string[]) =>
  onText((text, random) => {
    const line = random.pick(lines);
    if (text.startsWith('---')) return text.replace('\n', () => `\n${line}\n`);
    return text.startsWith('{') ? text.replace('{', () => `{ ${line},`) : `${line}\n${text}`;
  });

const around = (bytes: Buffer, at: number, between: Buffer, skip = 0) =>
  Buffer.concat([bytes.subarray(0, at), between, bytes.subarray(at + skip)]);

const BAD_UTF8 = [
  [0xff],
  [0xfe, 0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe2, 0x82],
  [0x80],
  [0xf8, 0x88, 0x80, 0x80, 0x80],
];
const DEEP = 5000;
const deep = (open: string, close = '', inside = 'x', times = DEEP) => open.repeat(times) + inside + close.repeat(times);

export const MUTATIONS: readonly Mutation[] = [
  { name: 'byte order mark', harmless: true, change: (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) },
  { name: 'Windows line ends', harmless: true, change: onText((text) => text.replace(/\n/g, '\r\n')) },
  { name: 'line ends of an old Macintosh', harmless: true, change: onText((text) => text.replace(/\n/g, '\r')) },
  { name: 'an empty line at the end', harmless: true, change: onText((text) => `${text}\n`) },
  {
    name: 'bits flipped',
    change: (bytes, random) => {
      const flipped = Buffer.from(bytes);
      for (let times = 1 + random.below(4); times > 0; times--) {
        const at = random.below(flipped.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
      }
      return flipped;
    },
  },
  { name: 'cut off', change: (bytes, random) => bytes.subarray(0, random.below(bytes.length)) },
  { name: 'beginning lost', change: (bytes, random) => bytes.subarray(random.below(bytes.length)) },
  { name: 'empty', change: () => Buffer.alloc(0) },
  { name: 'nothing but spaces', change: () => Buffer.from(' \n\t\n ') },
  {
    name: 'bytes lost in the middle',
    change: (bytes, random) => around(bytes, random.below(bytes.length), Buffer.alloc(0), 1 + random.below(40)),
  },
  {
    name: 'random bytes put in',
    change: (bytes, random) =>
      around(
        bytes,
        random.below(bytes.length),
        Buffer.from(Array.from({ length: 1 + random.below(12) }, () => random.below(256))),
      ),
  },
  { name: 'bad UTF-8', change: (bytes, random) => around(bytes, random.below(bytes.length), Buffer.from(random.pick(BAD_UTF8))) },
  { name: 'UTF-16', change: onTextAs('utf16le') },
  { name: 'Latin-1', change: onTextAs('latin1') },
  { name: 'mark in the middle', change: inserted('\uFEFF', '\u0000', '\u001b[2J', '\u0085', '\u2028', '\u000c', '\u007f') },
  { name: 'line twice', change: onLine((line) => `${line}\n${line}`) },
  { name: 'line lost', change: onLine(() => '') },
  { name: 'line moved to the right', change: onLine((line, random) => ' '.repeat(1 + random.below(5)) + line) },
  { name: 'line moved to the left', change: onLine((line) => line.trimStart()) },
  { name: 'tab', change: onLine((line) => `\t${line}`) },
  {
    name: 'lines exchanged',
    change: onText((text, random) => {
      const lines = text.split('\n');
      const [a, b] = [random.below(lines.length), random.below(lines.length)];
      [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
      return lines.join('\n');
    }),
  },
  {
    name: 'key twice',
    change: onText((text, random) => {
      const keys = [...text.matchAll(/^ *"?[\w.-]+"?:.*$/gm)];
      return keys.length ? text.replace(random.pick(keys)[0], (line) => `${line}\n${line}`) : text;
    }),
  },
  {
    name: '__proto__',
    change: asKey(
      '__proto__: { polluted: yes }',
      '"__proto__": { "polluted": true }',
      'constructor: { prototype: { polluted: yes } }',
      '? __proto__\n: { polluted: yes }',
      '"__pro\\x74o__": { polluted: yes }',
      'toString: x',
      'hasOwnProperty: x',
      '"valueOf": "x"',
    ),
  },
  { name: 'anchor in itself', change: asKey('a: &a [*a]', 'a: &a { b: *a }', '<<: &a { <<: *a }', 'a: *nowhere') },
  {
    name: 'laughs without end',
    change: asKey(
      ['l0: &l0 [lol]', ...Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`)].join('\n'),
    ),
  },
  {
    name: 'tag',
    change: instead(
      '!!js/function "function(){}"',
      '!!binary AAAA',
      '!!python/object/apply:os.system ["true"]',
      '!!set {a, b}',
      '!!timestamp 2026-11-22',
      '!!float "1"',
      '!own x',
      '!<tag:yaml.org,2002:str> x',
      '!!merge x',
      '!!omap [a: b]',
    ),
  },
  {
    name: 'value of another kind',
    change: instead(
      'null',
      '~',
      '',
      '[]',
      '{}',
      'true',
      '.nan',
      '-.inf',
      '1e999',
      '0x7fffffff',
      '-1',
      '0o17',
      '123456789012345678901234567890',
      '[a, [b]]',
      '{ a: { b: c } }',
      '"',
      "'",
      '|',
      '>-',
      '? a',
      '2026-11-22',
      '12:30:45',
    ),
  },
  {
    name: 'impossible date',
    change: instead(
      '9999-99-99',
      '0000-00-00',
      '2026-02-30',
      '99999-01-01',
      '"2026-1-1"',
      '2026-11-22T10:00:00Z',
      '275760-09-14',
    ),
  },
  {
    name: 'strange hours',
    change: instead(
      '"Mo-Su 00:00-24:00; PH off; SH on"',
      '"week 01-53/2 Mo 10:00-12:00"',
      '"2027 Jan 1-9999 Dec 31 10:00-11:00"',
      '"easter -2 days-easter +60 days 10:00-48:00"',
      '"Mo[1]-Su[-1] 26:00-25:00"',
      '"sunrise-(sunset+99:99)"',
      '"PH,SH,PH -365 days 24/7"',
      `"${'Mo-Fr 10:00-12:00, '.repeat(300)}"`,
      `"${'('.repeat(3000)}"`,
      `"${'Mo 10:00+ || '.repeat(200)}"`,
      '"1900-2100/7 Mo 09:00"',
    ),
  },
  {
    name: 'wrong tag of a language',
    change: instead('xx', 'AR', 'en-US-u-ca-buddhist', 'x-private', 'ar_EG', '../en', 'i-klingon', `${'a'.repeat(3000)}`),
  },
  {
    name: 'strange address',
    change: instead(
      '"javascript:alert(1)"',
      '"https://user:pass@example.org/"',
      '"https://[::1]:99999/"',
      '"http://%00/"',
      '"https://xn--/"',
      '"//example.org"',
      `"https://example.org/${'a/'.repeat(5000)}"`,
      '"mailto:a@b"',
    ),
  },
  {
    name: 'strange number',
    change: instead('"+33 3 21 46 33 33 33 33"', '"112 ext. 3"', '"0"', '"+"', '"٠١٢٣"', '112', `"${'1'.repeat(5000)}"`),
  },
  {
    name: 'quotes and escapes',
    change: inserted(
      '"',
      "'",
      '\\',
      '\\u202e',
      '\\ud800',
      '"\\u0000"',
      '`',
      '{{',
      '}}',
      '{{language',
      '{{x}}',
      '%',
      '@@card:x@@',
      '@@main@@',
      '@rest:',
      '[missing]',
      '---\n',
      '...\n',
      '%YAML 9.9\n---\n',
      '#',
      ': ',
      '- ',
    ),
  },
  {
    name: 'hidden characters',
    change: inserted(
      '\u202e',
      '\u2066',
      '\u200f',
      '\u200d',
      '\u00ad',
      '\ue000',
      '\u{e0041}',
      '\ufdfa',
      '\u0301'.repeat(500),
      '\u{1f468}\u200d\u{1f469}',
    ),
  },
  {
    name: 'markup',
    change: inserted(
      '<script>alert(1)</script>',
      '<!--',
      '<![CDATA[',
      '<a href="x" onclick=y>',
      '&lt;b&gt;',
      '&#x202E;',
      '&nosuch;',
      '</main>',
      '<svg/onload=x>',
    ),
  },
  {
    name: 'markdown that is not shown',
    change: appended(
      '| a | b |\n|---|---|\n| c | d |',
      '```\ncode\n```',
      '![x](y.png)',
      '[x][y]\n\n[y]: z',
      '[^1]\n\n[^1]: note',
      '> quote',
      '***',
      '# title',
      '#### small',
      '- [ ] task',
      '    code',
      'a  \nb',
      '<b>c</b>',
      '1. a\n   - b\n     1. c',
      '+ a\n\n  b',
      '[a]()',
      '[](b)',
      '[a](<b c>)',
      'https://example.org',
      'a@example.org',
      '\\*a\\*',
      '* * *',
    ),
  },
  {
    name: 'link that leads nowhere',
    change: appended(
      '[a](../services/nowhere.md)',
      '[a](../../../../etc/passwd)',
      '[a](tel:%ZZ)',
      '[a](tel:%E0%A4%A)',
      '[a](sms:%)',
      '[a](mailto:%)',
      '[a](geo:999,999)',
      '[a](https://%)',
      '[a](https://exa mple.org)',
      '[a](//example.org)',
      '[a](?)',
      '[a](#)',
      '[a](../services/__proto__.md)',
      '[a](../constructor/x.md)',
      '[a](../__proto__/x.md)',
      '[a](../toString/x.md)',
      '[a](about.md)',
      '[a](data:text/html,x)',
      '[a](vbscript:x)',
      '[a](https://example.org/\u202e)',
    ),
  },
  {
    name: 'nested deeply',
    change: asKey(
      `a: ${deep('[', ']')}`,
      `a: ${deep('{a: ', '}')}`,
      deep('- '),
      deep('? '),
      Array.from({ length: 900 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      `"a": ${deep('[', ']', '1')}`,
    ),
  },
  {
    name: 'nested deeply below',
    change: appended(
      deep('> '),
      deep('- '),
      deep('*', '*'),
      deep('[', '](x)', 'x', 2000),
      deep('**', '**'),
      deep('_a '),
      deep('`'),
      deep('<b>'),
      deep('![', ']', 'x', 2000),
      deep('1. ', '', 'x', 2000),
      Array.from({ length: 300 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
    ),
  },
  {
    name: 'as long as a file may be',
    change: appended(
      ...[
        'a',
        ' ',
        '[',
        '*',
        '1',
        '- ',
        '"',
        '1-',
        '<',
        '\\',
        '`a',
        '#',
        '{{',
        'a@',
        '+33 ',
        '0:',
        '&',
        '\u0627',
        '](',
        '\u1200\u0301',
        '=',
        '|',
        '1.',
        ': ',
      ].map((piece) => piece.repeat(Math.floor((40 * 1024) / Buffer.byteLength(piece)))),
    ),
  },
  {
    name: 'a line of 10 MB',
    change: appended(
      () => 'a'.repeat(10 * MEGABYTE),
      () => ' '.repeat(10 * MEGABYTE),
      () => '{ a: '.repeat(2 * MEGABYTE),
      () => '1'.repeat(10 * MEGABYTE),
      () => `"${'\\u0041'.repeat(MEGABYTE)}"`,
    ),
  },
  {
    name: 'a value of 10 MB',
    change: instead(
      () => `"${'a'.repeat(10 * MEGABYTE)}"`,
      () => `"${'1 '.repeat(5 * MEGABYTE)}"`,
      () => `"${'\u0627'.repeat(3 * MEGABYTE)}"`,
    ),
  },
  { name: 'what a merge leaves', change: onLine((line) => `<<<<<<< HEAD\n${line}\n=======\n${line} \n>>>>>>> other`) },
];

function onTextAs(encoding: BufferEncoding) {
  return (bytes: Buffer) => Buffer.from(bytes.toString(), encoding);
}
