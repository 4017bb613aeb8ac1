/** What a host may have done to the site, each in words for the person who can switch it off. */

export interface Remedy {
  /** What happened, for the reader of the report. */
  what: string;
  /** Why it matters and what to do. */
  todo: string;
}

/** By the name that `--accept` takes. The order is that of the report: what to mend first stands first. */
export const REMEDIES = {
  unreachable: {
    what: 'does not answer',
    todo: 'Look whether the address is right and the host is up, then run this again.',
  },
  host: {
    what: 'sends readers on to another host',
    todo: 'Choose one of the two names (with or without www), write it into content/guide.yaml (site), build again and ask for that one here. Printed codes and saved copies belong to one name only.',
  },
  https: {
    what: 'is read without https',
    todo: 'Switch on "always use https" at the host. Phones keep the guide only over https, and a network on the way can change what it can read.',
  },
  missing: {
    what: 'is not there',
    todo: 'Upload all of dist once more, files in folders too. If only some kinds are missing, the host refuses their endings: allow them.',
  },
  refused: {
    what: 'is refused, or answered with an error of the server',
    todo: 'Switch off password protection, "under attack" mode, bot checks and country blocks: a phone that saves the guide cannot answer a question.',
  },
  fallback: {
    what: 'is answered with a page although there is no such file',
    todo: 'Switch off the fallback for single-page apps ("rewrite all to /index.html"). A missing file must be answered with status 404, otherwise phones take the page for the file.',
  },
  'not-found': {
    what: 'has another page for wrong addresses than ours',
    todo: 'Tell the host to answer wrong addresses with status 404 and /404.html (nginx: error_page 404 /404.html). Ours has every language and the emergency numbers.',
  },
  email: {
    what: 'has its e-mail addresses hidden by the host',
    todo: 'Cloudflare: switch off "Email Address Obfuscation" (Scrape Shield). Phones compare every file with its hash and refuse changed ones.',
  },
  'rocket-loader': {
    what: 'has its scripts rewritten by Rocket Loader',
    todo: 'Cloudflare: switch off "Rocket Loader". The page forbids scripts that are not its own, so nothing on it works any more.',
  },
  beacon: {
    what: 'has a script put into it that counts readers',
    todo: 'Cloudflare: switch off the automatic setup of "Web Analytics". Readers were promised that nobody is told what they read.',
  },
  challenge: {
    what: 'has a script put into it that checks for robots',
    todo: 'Cloudflare: switch off "Bot Fight Mode" and "JavaScript Detections". Phones refuse changed files.',
  },
  script: {
    what: 'has a script put into it',
    todo: 'Find which option or plugin of the host does it (statistics, banners, translation, speed) and switch it off. Readers were promised that no other script runs.',
  },
  bom: {
    what: 'begins with a byte order mark that was not there',
    todo: 'The program that uploads, or an editor, saved the files again. Upload dist untouched, in binary mode.',
  },
  lines: {
    what: 'has other line ends',
    todo: 'Upload in binary mode, not as text.',
  },
  minified: {
    what: 'was minified',
    todo: 'Switch off every "minify", "auto minify", "asset optimization" and "pretty code" at the host. Everything is as small as it can be, and phones refuse changed files.',
  },
  pictures: {
    what: 'is a picture that was compressed again',
    todo: 'Switch off "image optimization" (Cloudflare: "Polish"). Phones refuse changed files.',
  },
  cut: {
    what: 'is cut off',
    todo: 'The upload broke off or the disk is full. Upload it once more.',
  },
  changed: {
    what: 'is not what was built',
    todo: 'Upload all of dist, sw.js last, then empty the cache of the host. If it stays, the host changes files: switch off whatever is called optimization.',
  },
  slash: {
    what: 'is sent on to an address with or without a slash',
    todo: 'Let folders keep their slash (Netlify: "Pretty URLs"; nginx: root with try_files, as in README.md): /ar must lead to /ar/, and /ar/ must be answered at once. Each detour costs a reader on 2G seconds.',
  },
  redirect: {
    what: 'is sent on to another address',
    todo: 'Take out the redirect at the host. A page of the guide is answered at its own address.',
  },
  case: {
    what: 'is answered in capital letters too',
    todo: 'The host does not tell /AR/ from /ar/ (Windows, macOS). What a phone keeps of one is not found under the other: use a host that tells them apart, or have it answer 404.',
  },
  type: {
    what: 'is announced as another kind of file',
    todo: 'Teach the host the endings (.webmanifest application/manifest+json, .woff2 font/woff2, .js text/javascript). Browsers refuse scripts and styles that are announced wrongly.',
  },
  charset: {
    what: 'is announced in another encoding than UTF-8',
    todo: 'Set the encoding to utf-8 (Apache: AddDefaultCharset utf-8; nginx: charset utf-8). Otherwise letters turn into signs.',
  },
  worker: {
    what: 'may be taken from a cache',
    todo: 'Send "Cache-Control: no-cache" with /sw.js, and leave it out of the cache rules of the host. Otherwise phones learn of a correction, or of the kill switch, hours or days later.',
  },
  cache: {
    what: 'may be taken from a cache without asking',
    todo: 'Send "Cache-Control: no-cache" with pages and lists, as dist/_headers and the examples in README.md say. Otherwise readers see old hours.',
  },
  lasting: {
    what: 'is fetched again although it never changes',
    todo: 'Send "Cache-Control: public, max-age=31536000, immutable" with what stands in assets, audio and packs/<language>: those names change with the content.',
  },
  headers: {
    what: 'comes without our security headers, or with others',
    todo: 'Send what dist/_headers says (Cloudflare Pages and Netlify read it; README.md has it for nginx and Caddy). On a host that cannot send headers, accept this one: the pages say the most of it themselves.',
  },
  compression: {
    what: 'is not compressed',
    todo: 'Switch on gzip or brotli for text, scripts, JSON and SVG. Pages are four times as heavy without.',
  },
} as const satisfies Record<string, Remedy>;

export type Change = keyof typeof REMEDIES;

export const CHANGES = Object.keys(REMEDIES) as Change[];

/** One thing found at one address. */
export interface Finding {
  change: Change;
  /** Path as asked, e.g. `/ar/`. */
  path: string;
  /** What was seen, where the report should say it: a status, a header's value, another address. */
  seen?: string | undefined;
}
