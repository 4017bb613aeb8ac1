import { describe, expect, test } from 'vitest';
import { lastingPolicy, securityHeaders } from '../../../../src/pipeline/security-headers.ts';
import { checkSite } from '../../../../src/pipeline/site-check/check-site.ts';
import type { Change } from '../../../../src/pipeline/site-check/remedies.ts';
import { reportOf } from '../../../../src/pipeline/site-check/report.ts';
import { changingHeaders, changingPages, makeDist, startHost, type Twist } from './bad-host.ts';

const check = (address: string, dist: string, patience = 20) =>
  checkSite({ address, dist, patience, atOnce: 4, onProgress: () => undefined });

async function found(twist?: Twist): Promise<Record<string, string[]>> {
  const dist = makeDist();
  const { address } = await startHost(dist, twist);
  const { findings } = await check(address, dist);
  const changes = [...new Set(findings.map(({ change }) => change))].sort();
  return Object.fromEntries(
    changes.map((change) => [
      change,
      findings
        .filter((one) => one.change === change)
        .map(({ path }) => path)
        .sort(),
    ]),
  );
}

const PAGES = ['/', '/en/', '/en/s/pass/'];
const redirect = (location: string, status = 301) => ({ status, headers: { location }, body: Buffer.from('') });
const withScript = (src: string) =>
  changingPages((html) => html.replace('</body>', `<script defer src="${src}"></script></body>`));

test('a good host has nothing to mend', async () => {
  expect(await found()).toEqual({});
});

describe('a host that puts something into pages is told apart by what it leaves there', () => {
  test.each<[Change, Twist]>([
    [
      'email',
      changingPages((html) =>
        html.replaceAll(
          /<a href="mailto:.*?<\/a>/g,
          '<a href="/cdn-cgi/l/email-protection" data-cfemail="543d">[email protected]</a>',
        ),
      ),
    ],
    [
      'rocket-loader',
      changingPages((html) =>
        html.replace('<script>', '<script type="0123-text/javascript" src="/cdn-cgi/scripts/rocket-loader.min.js">'),
      ),
    ],
    ['beacon', withScript('https://static.cloudflareinsights.com/beacon.min.js')],
    ['challenge', withScript('/cdn-cgi/challenge-platform/scripts/jsd/main.js')],
    ['script', withScript('https://counter.example/visit.js')],
    [
      'minified',
      changingPages((html) =>
        html
          .replace(/<!--.*?-->/g, '')
          .replace(/>\s+</g, '><')
          .replace(/="(\w+)"/g, '=$1'),
      ),
    ],
    ['changed', changingPages((html) => html.replace('Guide', 'Guide, best of all'))],
  ])('%s', async (change, twist) => {
    const changes = await found(twist);
    expect(Object.keys(changes)).toContain(change);
    expect(changes[change]).toEqual(expect.arrayContaining(PAGES));
    expect(Object.keys(changes).filter((other) => !['not-found', change].includes(other))).toEqual([]);
  });
});

describe('a host that changes the bytes of files', () => {
  const changingBytes =
    (file: RegExp, change: (body: Buffer) => Buffer): Twist =>
    async (path, good) => {
      const answer = await good(path);
      return file.test(path) ? { ...answer, body: change(answer.body) } : answer;
    };

  test.each<[Change, string, Twist]>([
    ['bom', '/sw.js', changingBytes(/sw\.js/, (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]))],
    ['lines', '/sw.js', changingBytes(/sw\.js/, (body) => Buffer.from(body.toString().replaceAll('\n', '\r\n')))],
    ['cut', '/packs/en.json', changingBytes(/en\.json/, (body) => body.subarray(0, 5))],
    ['pictures', '/icons/guide-192.png', changingBytes(/png/, (body) => body.subarray(2))],
    [
      'minified',
      '/assets/main-0123456789ab.js',
      changingBytes(/main/, (body) => Buffer.from(body.toString().replaceAll(' = ', '='))),
    ],
    ['changed', '/packs/en.json', changingBytes(/en\.json/, () => Buffer.from('{"lang":"fr"}'))],
  ])('%s: %s', async (change, path, twist) => {
    expect(await found(twist)).toEqual({ [change]: [path] });
  });
});

describe('a host that answers at other addresses', () => {
  const EVERYTHING = ['/no-such-page/', '/assets/no-such-script-000000.js', '/en/no-such-page/'].sort();

  test('with a page for all that is not there, also for files that were not uploaded', async () => {
    const changes = await found(async (path, good) => {
      const answer = path === '/packs/en.json' ? await good('/nowhere') : await good(path);
      return answer.status === 404 ? { ...(await good('/')), status: 200 } : answer;
    });
    expect(changes.fallback).toEqual([...EVERYTHING, '/packs/en.json'].sort());
  });

  test('with a page of its own for wrong addresses', async () => {
    const changes = await found(async (path, good) => {
      const answer = await good(path);
      return answer.status === 404 ? { ...answer, body: Buffer.from('<h1>404 Not Found</h1><hr>nginx') } : answer;
    });
    expect(changes).toEqual({ 'not-found': EVERYTHING });
  });

  test('without a file, or with a question before it', async () => {
    const changes = await found(async (path, good) => {
      if (path.endsWith('.webmanifest')) return good('/nowhere');
      return path === '/sw.js' ? { status: 403, headers: {}, body: Buffer.from('Are you a robot?') } : good(path);
    });
    expect(changes).toEqual({ missing: ['/manifest-en.webmanifest'], refused: ['/sw.js'] });
  });

  test('without the slash at the end', async () => {
    const changes = await found((path, good) =>
      /.\/$/.test(path) ? redirect(path.slice(0, -1)) : good(path === '/' ? path : `${path}/`.replace(/(\.\w+)\/$/, '$1')),
    );
    expect(changes.slash).toEqual(['/en/', '/en/s/pass/']);
  });

  test('only with the slash', async () => {
    expect(await found((path, good) => (path === '/en' ? good('/nowhere') : good(path)))).toEqual({ slash: ['/en'] });
  });

  test('under another name, or only over https: nothing else is asked', async () => {
    expect(await found((path) => redirect(`https://www.guide.example${path}`))).toEqual({ host: ['/'] });
    expect(await found((path) => redirect(`https://localhost${path}`))).toEqual({ https: ['/'] });
  });

  test('elsewhere on the same host', async () => {
    expect(await found((path, good) => (path === '/en/' ? redirect('/welcome/', 302) : good(path)))).toEqual({
      redirect: ['/en/'],
    });
  });

  test('that end without .html, as Cloudflare Pages does: that harms nobody', async () => {
    const twist: Twist = (path, good) => {
      if (path.endsWith('.html')) return redirect(path.replace(/\.html$/, ''), 308);
      return good(/shell-\w+$/.test(path) ? `${path}.html` : path);
    };
    expect(await found(twist)).toEqual({});
  });

  test('in capital letters too', async () => {
    expect(await found((path, good) => good(path.toLowerCase()))).toEqual({ case: ['/EN/'] });
  });
});

describe('a host that says other things beside the files', () => {
  test.each<[Change, string[], Twist]>([
    [
      'type',
      ['/manifest-en.webmanifest'],
      changingHeaders(
        (headers, path) =>
          path.endsWith('.webmanifest') && Object.assign(headers, { 'content-type': 'application/octet-stream' }),
      ),
    ],
    [
      'charset',
      PAGES,
      changingHeaders(
        (headers, path) => PAGES.includes(path) && Object.assign(headers, { 'content-type': 'text/html; charset=iso-8859-1' }),
      ),
    ],
    [
      'worker',
      ['/sw.js'],
      changingHeaders(
        (headers, path) => path === '/sw.js' && Object.assign(headers, { 'cache-control': 'public, max-age=14400' }),
      ),
    ],
    [
      'cache',
      ['/packs/en.json'],
      changingHeaders((headers, path) => path === '/packs/en.json' && delete headers['cache-control']),
    ],
    [
      'lasting',
      ['/assets/main-0123456789ab.js'],
      changingHeaders((headers, path) => path.startsWith('/assets/') && Object.assign(headers, { 'cache-control': 'no-cache' })),
    ],
    [
      'compression',
      ['/assets/main-0123456789ab.js', '/en/', '/packs/en/basics-0123456789ab.json'],
      changingHeaders((headers) => delete headers['content-encoding']),
    ],
  ])('%s', async (change, paths, twist) => {
    expect(await found(twist)).toEqual({ [change]: paths });
  });

  test('without security headers, or with a weaker one', async () => {
    const stripped = await found(
      changingHeaders((headers) => {
        for (const name of Object.keys(headers)) if (/policy|x-content/.test(name)) delete headers[name];
      }),
    );
    expect(Object.keys(stripped)).toEqual(['headers']);
    expect(stripped.headers).toEqual(expect.arrayContaining([...PAGES, '/sw.js', '/icons/guide-192.png']));
    const weaker = await found(
      changingHeaders(
        (headers, path) => path === '/en/' && Object.assign(headers, { 'content-security-policy': 'default-src *' }),
      ),
    );
    expect(weaker).toEqual({ headers: ['/en/'] });
  });

  test('with the policy of a server of one’s own, as README.md has it, nothing is wrong', async () => {
    const policy = lastingPolicy(securityHeaders([]));
    expect(await found(changingHeaders((headers) => Object.assign(headers, { 'content-security-policy': policy })))).toEqual({});
  });
});

test('a host that does not answer is left after the first question', async () => {
  const dist = makeDist();
  const { address, asked } = await startHost(dist, () => new Promise(() => undefined));
  const { findings } = await check(address, dist, 0.2);
  expect(findings).toEqual([{ change: 'unreachable', path: '/' }]);
  expect(asked).toEqual(['/', '/']);
});

test('at most four questions are open at once, and each file is asked for once', async () => {
  const dist = makeDist();
  const host = await startHost(dist);
  await check(host.address, dist);
  expect(host.most()).toBeLessThanOrEqual(4);
  expect(host.asked.length).toBe(new Set(host.asked).size);
});

test('the report names each change once, with where it was seen and what to switch off', async () => {
  const dist = makeDist();
  const { address } = await startHost(dist, async (path, good) => {
    const answer = await withScript('https://static.cloudflareinsights.com/beacon.min.js')(path, good);
    return path === '/sw.js' ? { ...answer, headers: { ...answer.headers, 'cache-control': 'max-age=14400' } } : answer;
  });
  const { findings } = await check(address, dist);
  expect(reportOf(findings)).toMatchInlineSnapshot(`
    "1. /, /assets/no-such-script-000000.js, /en/ and 4 more
       has a script put into it that counts readers [beacon]
       Cloudflare: switch off the automatic setup of "Web Analytics". Readers were promised that nobody is told what they read.

    2. /sw.js
       may be taken from a cache (max-age=14400) [worker]
       Send "Cache-Control: no-cache" with /sw.js, and leave it out of the cache rules of the host. Otherwise phones learn of a correction, or of the kill switch, hours or days later."
  `);
});
