/** One published file as the host gives it. */
import type { Answer, Ask } from './ask.ts';
import { changeOf } from './judge-bytes.ts';
import { judgeHeaders } from './judge-headers.ts';
import type { PublishedFile } from './published-files.ts';
import type { Change, Finding } from './remedies.ts';

/** `origin` is that of the site, `https://guide.example`. */
export async function judgeFile(file: PublishedFile, origin: string, ask: Ask): Promise<Finding[]> {
  const answer = await ask(origin + file.path);
  if (!answer) return [{ change: 'unreachable', path: file.path }];
  const direct = await withoutEnding(file, answer, { origin, ask });
  if (isRedirect(direct)) return [redirectFinding(file.path, direct, origin)];
  if (direct.status !== 200) return [statusFinding(file.path, direct)];
  return judgeAnswer(file, direct);
}

/** Cloudflare Pages answers `x.html` with a redirect to `x`, which cannot be switched off and does no harm: nobody reads these as pages. */
async function withoutEnding(
  file: PublishedFile,
  answer: Answer,
  { origin, ask }: { origin: string; ask: Ask },
): Promise<Answer> {
  const bare = origin + file.path.replace(/\.html$/, '');
  if (!isRedirect(answer) || !file.path.endsWith('.html') || target(answer, origin + file.path) !== bare) return answer;
  return (await ask(bare)) ?? answer;
}

export const isRedirect = ({ status }: Answer) => [301, 302, 303, 307, 308].includes(status);

/** Where an answer sends its reader, without query; '' for nowhere. */
export function target({ headers }: Answer, from: string): string {
  const location = headers.get('location') ?? '';
  return URL.canParse(location, from) ? new URL(location, from).href.replace(/[?#].*/, '') : '';
}

export function redirectFinding(path: string, answer: Answer, origin: string): Finding {
  const to = target(answer, origin + path);
  const url = to ? new URL(to) : undefined;
  const from = new URL(origin);
  const change: Change =
    url && url.hostname !== from.hostname
      ? 'host'
      : url && url.protocol !== from.protocol
        ? 'https'
        : url && url.pathname.replace(/\/$/, '') === path.replace(/\/$/, '')
          ? 'slash'
          : 'redirect';
  return { change, path, seen: to };
}

const statusFinding = (path: string, { status }: Answer): Finding => ({
  change: status === 404 || status === 410 ? 'missing' : 'refused',
  path,
  seen: `status ${status}`,
});

function judgeAnswer(file: PublishedFile, answer: Answer): Finding[] {
  const built = file.bytes();
  const isPage = /^text\/html/.test(answer.headers.get('content-type') ?? '');
  const isOther = isPage && !file.type.startsWith('text/html') && !built.equals(answer.body);
  if (isOther) return [{ change: 'fallback', path: file.path, seen: 'a page' }];
  const changes = changeOf(built, answer.body, file.type);
  return [...changes.map((change) => ({ change, path: file.path })), ...judgeHeaders(file, answer)];
}
