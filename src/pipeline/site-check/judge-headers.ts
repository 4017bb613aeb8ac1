/** Whether what came with a file is what the build says that it should come with. */
import { lastingPart } from '../security-headers.ts';
import type { Answer } from './ask.ts';
import { isWorthCompressing, type PublishedFile } from './published-files.ts';
import type { Change, Finding } from './remedies.ts';

export function judgeHeaders(file: PublishedFile, { headers, body }: Answer): Finding[] {
  const found: Finding[] = [];
  const add = (change: Change, seen?: string | null) => found.push({ change, path: file.path, seen: seen ?? 'none' });
  const type = headers.get('content-type') ?? '';
  if (!isSameType(file.type, type)) add('type', type);
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1];
  if (charset && !/^utf-?8$/i.test(charset) && file.type.includes('charset')) add('charset', charset);
  const cache = cacheFault(file, headers.get('cache-control'));
  if (cache) add(cache, headers.get('cache-control'));
  for (const name of wrongHeaders(file, headers)) add('headers', name);
  if (!headers.get('content-encoding') && isWorthCompressing(file, body)) add('compression', `${body.length} bytes`);
  return found;
}

/** Different names of one type. */
const TWINS: Readonly<Record<string, string>> = {
  'application/javascript': 'text/javascript',
  'application/x-javascript': 'text/javascript',
  'image/vnd.microsoft.icon': 'image/x-icon',
  'application/font-woff2': 'font/woff2',
  'audio/opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'text/xml': 'application/xml',
};

function isSameType(wanted: string, got: string): boolean {
  const [essence, other] = [wanted, got].map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '');
  return essence === 'application/octet-stream' || essence === (TWINS[other ?? ''] ?? other);
}

/** A day: what is kept so long spares a returning phone the question. */
const LONG = 86_400;

function cacheFault({ file, headers }: PublishedFile, got: string | null): Change | undefined {
  const wanted = headers['Cache-Control'];
  const age = Number(/max-age=(\d+)/i.exec(got ?? '')?.[1] ?? Number.NaN);
  const isAsked = /no-cache|no-store/i.test(got ?? '') || age === 0;
  if (wanted === 'no-cache') return isAsked ? undefined : file === 'sw.js' ? 'worker' : 'cache';
  return wanted && !(age >= LONG) ? 'lasting' : undefined;
}

/** A server's own configuration may leave the part of the policy to the pages that changes with them. */
function wrongHeaders({ headers: wanted }: PublishedFile, got: Headers): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => {
    if (name === 'Cache-Control') return [];
    const right = name === 'Content-Security-Policy' ? [value, lastingPart(value)] : [value];
    return right.map(plain).includes(plain(got.get(name) ?? '')) ? [] : [name];
  });
}

const plain = (value: string) => value.replace(/\s+/g, ' ').trim().replace(/;$/, '');
