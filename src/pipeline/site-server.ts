/** Serves the built site as a good static host does: for looking at it, for tests and for measuring. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { putBack } from './building-place.ts';
import { headersFor, readHeadersFile } from './headers-file.ts';
import { type SharedLink, sharedLink } from './shared-link.ts';
import { findFile, isCompressible, readIfThere, typeOf } from './site-files.ts';

export interface SiteOptions {
  /** The built folder. */
  dist: string;
  /** The path it is published at, e.g. `/a/b/`. */
  base?: string;
  host?: string;
  /** 0 takes any free one. */
  port?: number;
  /** Kilobits a second of the one line that all answers share; 0 is as fast as it goes. */
  kbps?: number;
  /** Milliseconds before each answer. */
  rtt?: number;
  /** Brotli quality: 5 is quick, 11 is what good hosts store. */
  quality?: number;
  /** May answer in the server's place by returning true; for tests of broken networks. */
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** One line of the request log. */
export interface SentAnswer {
  method: string;
  /** Path and query as asked. */
  path: string;
  status: number;
  /** Bytes put on the line: headers and body, compressed. */
  bytes: number;
}

export interface Site {
  /** e.g. `http://localhost:4173` */
  origin: string;
  /** Full address of a path within the site: `url('ar/')`. */
  url: (path: string) => string;
  requests: SentAnswer[];
  close: () => Promise<void>;
}

/** Starts serving; rejects with the system's error when the port is taken. */
export async function startSiteServer(options: SiteOptions): Promise<Site> {
  const { base = '/', host = '127.0.0.1', port = 0 } = options;
  const requests: SentAnswer[] = [];
  const answer = answerer(options);
  const server = createServer((request, response) => {
    log(requests, request, response);
    if (options.intercept?.(request, response)) return;
    answer(request, response).catch(() => response.destroy());
  });
  await listen(server, host, port);
  const origin = `http://${urlHost(host)}:${(server.address() as AddressInfo).port}`;
  return { origin, url: (path) => origin + base + path.replace(/^\//, ''), requests, close: () => close(server) };
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body?: Buffer;
}

function answerer({ dist, base = '/', kbps = 0, rtt = 0, quality = 5 }: SiteOptions) {
  const link = sharedLink(kbps, rtt);
  const read = compressedReader(quality);
  const root = resolve(dist);
  return async (request: IncomingMessage, response: ServerResponse) => {
    const answer = await makeAnswer(request, { root, base, read });
    await link.roundTrip();
    await send(response, answer, { link, withBody: request.method !== 'HEAD' });
  };
}

interface Place {
  root: string;
  base: string;
  read: CompressedReader;
}

async function makeAnswer(request: IncomingMessage, place: Place): Promise<Answer> {
  const answer = await answerNow(request, place);
  if (answer.status !== 404) return answer;
  await untilThere(place.root);
  return answerNow(request, place);
}

/** While a build puts a new site in the place of the old one there is none for a moment; one that was killed just then gives the old one back. */
async function untilThere(root: string) {
  for (let left = 20; !existsSync(root) && left > 0; left--) {
    putBack(root);
    await setTimeout(10);
  }
}

async function answerNow(request: IncomingMessage, { root, base, read }: Place): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD' } };
  const url = request.url ?? '/';
  const path = url.replace(/\?.*/s, '');
  const found = await findFile(root, base, path);
  if (found.kind === 'redirect') return { status: 301, headers: { location: found.to + url.slice(path.length) } };
  const missing = found.kind === 'nothing';
  const file = missing ? join(root, '404.html') : found.file;
  const body = await read(file, String(request.headers['accept-encoding'] ?? ''));
  if (!body) return { status: 404, headers: { 'content-type': 'text/plain' }, body: Buffer.from('404') };
  const headers = { ...(await publishedHeaders(root, missing ? `${base}404.html` : path)), ...body.headers };
  if (missing) return { status: 404, headers, body: body.bytes };
  if (request.headers['if-none-match'] === headers.etag) return { status: 304, headers };
  return { status: 200, headers, body: body.bytes };
}

async function publishedHeaders(root: string, path: string): Promise<Record<string, string>> {
  const text = await readIfThere(join(root, '_headers'));
  return { 'Cache-Control': 'no-cache', ...(text && headersFor(readHeadersFile(text.toString()), path)) };
}

type CompressedReader = (
  file: string,
  accepted: string,
) => Promise<{ bytes: Buffer; headers: Record<string, string> & { etag: string } } | undefined>;

/** What was compressed once, for all servers of this process: quality, hash and encoding -> bytes. */
const compressed = new Map<string, Buffer>();

/** Reads and compresses files; what was compressed once is kept as long as the file's bytes stay the same. */
function compressedReader(quality: number): CompressedReader {
  const compress: Record<string, (raw: Buffer) => Promise<Buffer>> = {
    br: (raw) =>
      brotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }),
    gzip: (raw) => gzipped(raw, { level: 9 }),
  };
  return async (file, accepted) => {
    const raw = await readIfThere(file);
    if (!raw) return undefined;
    const type = typeOf(file);
    const encoding = isCompressible(type) ? acceptedEncoding(accepted) : '';
    const key = createHash('sha256').update(raw).digest('base64url').slice(0, 16) + encoding;
    const bytes = compressed.get(quality + key) ?? (await (compress[encoding]?.(raw) ?? raw));
    if (encoding) compressed.set(quality + key, bytes);
    const headers = { 'content-type': type, etag: `"${key}"`, vary: 'accept-encoding' };
    return { bytes, headers: encoding ? { ...headers, 'content-encoding': encoding } : headers };
  };
}

const brotli = promisify(brotliCompress);
const gzipped = promisify<Buffer, { level: number }, Buffer>(gzip);

const acceptedEncoding = (accepted: string) => ['br', 'gzip'].find((name) => new RegExp(`\\b${name}\\b`).test(accepted)) ?? '';

/** About four packets, so that answers that go on at the same time share a slow line. */
const PIECE = 5840;

async function send(response: ServerResponse, answer: Answer, { link, withBody }: { link: SharedLink; withBody: boolean }) {
  const { status, headers, body } = answer;
  response.writeHead(status, body ? { ...headers, 'content-length': body.length } : headers);
  for (let from = 0; withBody && body && from < body.length; from += PIECE) {
    const piece = body.subarray(from, from + PIECE);
    await link.carry(piece.length);
    if (response.destroyed) return;
    response.write(piece);
  }
  response.end();
}

/** Adds a line to the log at once; its numbers are filled in when the answer has gone. */
function log(requests: SentAnswer[], request: IncomingMessage, response: ServerResponse) {
  const before = request.socket.bytesWritten;
  const line: SentAnswer = { method: request.method ?? '', path: request.url ?? '', status: 0, bytes: 0 };
  requests.push(line);
  response.once('close', () => {
    line.status = response.headersSent ? response.statusCode : 0;
    line.bytes = request.socket.bytesWritten - before;
  });
}

const urlHost = (host: string) => (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host);

const listen = (server: Server, host: string, port: number) =>
  new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, listening);
  });

const close = (server: Server) =>
  new Promise<void>((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
