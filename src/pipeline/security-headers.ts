/** The one source of every header the site is served with, in the forms that hosts and web servers read. */

export interface CacheRule {
  /** Paths within the site: `:name` stands for one part, a final `*` for everything below. No two rules match one path. */
  paths: readonly string[];
  /** The same paths as a regular expression, for servers that know no patterns. */
  expression?: string;
  value: string;
}

export interface SiteHeaders {
  /** Directives of the content security policy, in order. */
  policy: readonly (readonly [directive: string, value: string])[];
  /**
   * Sent with every answer, the policy left out. No `Cross-Origin-Opener-Policy` on purpose: pages that the worker makes would not have it,
   * and between a page with it and one without browsers forget the name of the tab, which is how a left tab is known where nothing may be stored.
   */
  everywhere: Readonly<Record<string, string>>;
  cache: readonly CacheRule[];
}

/** What pages use: the position at a tap, and the three senses that make a compass. */
const USED_FEATURES = ['geolocation', 'accelerometer', 'gyroscope', 'magnetometer'];

/** What could watch or identify a reader. Short on purpose: this list travels with every page. */
const REFUSED_FEATURES = [
  'browsing-topics',
  'camera',
  'display-capture',
  'hid',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/**
 * No `no-transform` on purpose: Caddy (caddyserver/caddy#5257) and Cloudflare take it as "do not compress",
 * which makes pages four times as heavy. What a network rewrites on the way fails its hash and is fetched again.
 */
const LASTING = 'public, max-age=31536000, immutable';
const REVALIDATED = 'no-cache';

/** Directives that browsers ignore in `<meta>` (HTML standard, "http-equiv=content-security-policy"). */
const NOT_IN_META = ['frame-ancestors', 'report-uri', 'report-to', 'sandbox'];
/** Directives whose value changes with what stands inline in the pages of a build. */
const CHANGING_WITH_PAGES = ['default-src', 'script-src', 'style-src'];

const sources = (first: string, hashes: readonly string[]) =>
  [first, ...hashes.map((hash) => `'${hash}'`)].filter(Boolean).join(' ') || "'none'";

/**
 * All headers of the site. Hashes are those of what stands inline in its pages.
 * @example securityHeaders(['sha256-Zm9v'], []).policy[2] -> ['style-src', "'sha256-Zm9v'"]
 */
export function securityHeaders(styleHashes: readonly string[] = [], scriptHashes: readonly string[] = []): SiteHeaders {
  return {
    policy: [
      ['default-src', "'none'"],
      ['script-src', sources("'self'", scriptHashes)],
      ['style-src', sources('', styleHashes)],
      ['img-src', "'self' data:"],
      ['font-src', "'self'"],
      ['media-src', "'self'"],
      ['connect-src', "'self'"],
      ['worker-src', "'self'"],
      ['manifest-src', "'self'"],
      ['base-uri', "'none'"],
      ['form-action', "'none'"],
      ['frame-ancestors', "'none'"],
      ['require-trusted-types-for', "'script'"],
      ['trusted-types', 'guide'],
    ],
    everywhere: {
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Permissions-Policy': [
        ...USED_FEATURES.map((feature) => `${feature}=(self)`),
        ...REFUSED_FEATURES.map((feature) => `${feature}=()`),
      ].join(', '),
    },
    cache: [
      { paths: ['assets/*', 'audio/*', 'packs/:language/*'], expression: '^/(assets/|audio/|packs/[^/]+/)', value: LASTING },
      {
        paths: [
          '',
          ':a/',
          ':a/:b/',
          ':a/:b/:c/',
          ':a/:b/:c/:d/',
          '404.html',
          'sw.js',
          'costs.json',
          'packs/:list',
          'notices/:lang',
          'print/list.json',
          ':lang/guide.html',
        ],
        value: REVALIDATED,
      },
    ],
  };
}

/** `policyText(headers)` -> `default-src 'none'; script-src 'self'; ...`, as a header sends it. */
export const policyText = (headers: SiteHeaders) => join(headers.policy);

/** The policy for `<meta http-equiv>`, so that hosts which send no headers are covered as well. */
export function metaPolicy(styleHashes: readonly string[], scriptHashes: readonly string[] = []): string {
  return join(securityHeaders(styleHashes, scriptHashes).policy.filter(([name]) => !NOT_IN_META.includes(name)));
}

/**
 * The part of the policy that stays the same from build to build.
 * A server's own configuration says only this, so it never blocks a style or script in the pages of a newer build; the pages' `<meta>` says the rest.
 */
export const lastingPolicy = (headers: SiteHeaders) => lastingPart(policyText(headers));

/** The same of a policy as it is sent. */
export const lastingPart = (policy: string) =>
  [
    ...policy.split('; ').filter((directive) => !CHANGING_WITH_PAGES.includes(directive.split(' ')[0] ?? '')),
    "object-src 'none'",
  ].join('; ');

const join = (policy: SiteHeaders['policy']) => policy.map(([name, value]) => `${name} ${value}`).join('; ');

/** Text of `_headers`, which Cloudflare Pages and Netlify read. Every path is written out under the base. */
export function headersFile(headers: SiteHeaders, base = '/'): string {
  const all = { 'Content-Security-Policy': policyText(headers), ...headers.everywhere };
  const blocks = [
    block(`${base}*`, all),
    ...headers.cache.flatMap(({ paths, value }) => paths.map((path) => block(base + path, { 'Cache-Control': value }))),
  ];
  return blocks.join('\n');
}

const block = (path: string, fields: Readonly<Record<string, string>>) =>
  `${path}\n${Object.entries(fields)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`;

/** A whole nginx configuration for one site, for the README. */
export function nginxExample(headers: SiteHeaders): string {
  const [lasting, otherwise] = cacheOfServers(headers);
  return `map $uri $guide_cache {
    default "${otherwise}";
    "~${lasting.expression}" "${lasting.value}";
}
server {
    listen 443 ssl;
    server_name guide.example;
    root /srv/guide/dist;
    error_page 404 /404.html;
    gzip on;
    gzip_types application/json application/manifest+json image/svg+xml text/css text/javascript application/javascript;
    add_header Cache-Control $guide_cache;
${fieldsOfServers(headers)
  .map(([name, value]) => `    add_header ${name} "${value}" always;\n`)
  .join('')}}
`;
}

/** A whole Caddyfile for one site, for the README. */
export function caddyExample(headers: SiteHeaders): string {
  const [lasting, otherwise] = cacheOfServers(headers);
  return `guide.example {
	root * /srv/guide/dist
	encode zstd gzip
	@lasting path_regexp ${lasting.expression}
	@others not path_regexp ${lasting.expression}
	header @lasting Cache-Control "${lasting.value}"
	header @others Cache-Control "${otherwise}"
	header {
${fieldsOfServers(headers)
  .map(([name, value]) => `		${name} "${value}"\n`)
  .join('')}	}
	file_server
	handle_errors {
		rewrite * /404.html
		header Cache-Control "${otherwise}"
		file_server
	}
}
`;
}

const fieldsOfServers = (headers: SiteHeaders) =>
  Object.entries({ 'Content-Security-Policy': lastingPolicy(headers), ...headers.everywhere });

function cacheOfServers({ cache }: SiteHeaders) {
  const lasting = cache.find((rule) => rule.expression);
  const others = cache.find((rule) => !rule.expression);
  if (!lasting?.expression || !others) throw new Error('The cache rules need one with an expression and one for the rest.');
  return [{ expression: lasting.expression, value: lasting.value }, others.value] as const;
}
