/** Fourteen wrong answers to one request, made at the socket where HTTP itself would not allow them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { typeOf } from '../../src/pipeline/site-files.ts';
import type { Misbehaviour } from './host.ts';

export interface Asked {
  path: string;
  /** What should have been answered. */
  right: Buffer;
  /** What the release before had there, or something like it. */
  before: Buffer;
  response: ServerResponse;
}

export type BadAnswer = (asked: Asked) => void;

/** What the browser itself remembers is another fault (poisoned-cache). */
const UNCACHED = { 'cache-control': 'no-cache' };
const LOGIN = '<!doctype html><title>Free wifi</title><form>Log in to go on</form>';

/** Half of the body, and at least a byte less than all of it. */
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

const head = (path: string) => ({ 'content-type': typeOf(path), ...UNCACHED });

/** Writes to the socket itself, and closes it. */
function raw({ response }: Asked, headers: readonly string[], body: Buffer): void {
  const { socket } = response;
  socket?.write(`HTTP/1.1 200 OK\r\n${headers.join('\r\n')}\r\n\r\n`);
  socket?.end(body);
}

const rawHead = (path: string) => [`content-type: ${typeOf(path)}`, 'cache-control: no-cache', 'connection: close'];

export const BAD_ANSWERS: Readonly<Record<string, BadAnswer>> = {
  'length too long, then cut': (asked) =>
    raw(asked, [...rawHead(asked.path), `content-length: ${asked.right.length}`], half(asked.right)),
  'chunks cut without an end': (asked) => {
    const part = half(asked.right);
    const chunk = Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
    raw(asked, [...rawHead(asked.path), 'transfer-encoding: chunked'], chunk);
  },
  'cut, with no length named': (asked) => raw(asked, rawHead(asked.path), half(asked.right)),
  'gzip cut, with its cut length': (asked) => {
    const body = half(gzipSync(asked.right));
    raw(asked, [...rawHead(asked.path), 'content-encoding: gzip', `content-length: ${body.length}`], body);
  },
  'nothing in it': ({ path, response }) => response.writeHead(200, { ...head(path), 'content-length': 0 }).end(),
  'a login page': ({ response }) => response.writeHead(200, { ...UNCACHED, 'content-type': 'text/html' }).end(LOGIN),
  'led to a login page': ({ path, response }) => {
    if (path === 'login') response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN);
    else response.writeHead(302, { ...UNCACHED, location: '/login' }).end();
  },
  'the release before': ({ path, before, response }) => response.writeHead(200, head(path)).end(before),
  'one bit flipped': ({ path, right, response }) => {
    const body = Buffer.from(right);
    const place = Math.floor(body.length / 3);
    body[place] = (body[place] ?? 0) ^ 1;
    response.writeHead(200, head(path)).end(body);
  },
  'status 204': ({ response }) => response.writeHead(204, UNCACHED).end(),
  'a part, unasked (206)': ({ path, right, response }) =>
    response.writeHead(206, { ...head(path), 'content-range': `bytes 0-9/${right.length}` }).end(right.subarray(0, 10)),
  'status 404': ({ response }) => response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html>not here'),
  'status 503': ({ response }) => response.writeHead(503, { 'content-type': 'text/html' }).end('<!doctype html>later'),
  never: () => undefined,
};

/** Those that a browser may take for a worker and run; what comes of that is a fault of its own (broken-worker). */
export const RUN_AS_WORKERS: readonly string[] = ['nothing in it', 'one bit flipped'];

/** For who answers requests: whether this one may be answered by us. */
export const isGet = (request: IncomingMessage) => request.method === 'GET';

/** One file, and the login page that an answer may lead to, are answered so each time they are asked for. */
export const always =
  (answer: BadAnswer, file: Omit<Asked, 'response'>): Misbehaviour =>
  (path, request, response) => {
    if ((path !== file.path && path !== 'login') || !isGet(request)) return false;
    answer({ ...file, path, response });
    return true;
  };
