/** The host under attack: it serves one release, may misbehave for each request, may be half way through a deploy, and may be gone. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, symlinkSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { type Site, startSiteServer } from '../../src/pipeline/site-server.ts';
import { GUIDES, type GuideName, type Release } from './releases.ts';
import { newFolder, removeFolder } from './room.ts';

/** Answers in the server's place by returning true; `path` is relative to the base and without its query. */
export type Misbehaviour = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

export interface Host {
  url(path: string): string;
  /** From now on every request is answered from this release. */
  publish(release: Release): void;
  /** From now on requests are answered from a copy of this release that a deploy may change file by file. */
  beginDeploy(from: Release): (to: Release, path: string) => void;
  misbehaviour: Misbehaviour | undefined;
  /** Paths asked for since it was last started, relative to the base, with their queries. */
  asked(): string[];
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  end(): Promise<void>;
}

export async function startHost(first: Release, guide: GuideName = 'tiny'): Promise<Host> {
  const { base } = GUIDES[guide];
  const room = newFolder('host');
  const dist = join(room, 'published');
  let server: Site | undefined;
  let port = 0;
  const pointTo = (folder: string) => {
    symlinkSync(folder, `${dist}.next`);
    renameSync(`${dist}.next`, dist);
  };
  const host: Host = {
    url: (path) => `http://localhost:${port}${base}${path}`,
    publish: ({ folder }) => pointTo(folder),
    beginDeploy(from) {
      const half = mkdtempSync(join(room, 'half-'));
      cpSync(from.folder, half, { recursive: true });
      pointTo(half);
      return (to, path) => {
        mkdirSync(dirname(join(half, path)), { recursive: true });
        cpSync(join(to.folder, path), join(half, path));
      };
    },
    misbehaviour: undefined,
    asked: () => (server?.requests ?? []).map(({ path }) => path.slice(base.length)),
    async goOffline() {
      await server?.close();
      server = undefined;
    },
    async goOnline() {
      if (server) return;
      const intercept = (request: IncomingMessage, response: ServerResponse) =>
        host.misbehaviour?.((request.url ?? '').slice(base.length).replace(/\?.*/s, ''), request, response) ?? false;
      server = await startSiteServer({ dist, base, port, intercept });
      port = Number(new URL(server.origin).port);
    },
    async end() {
      await host.goOffline();
      removeFolder(room);
    },
  };
  host.publish(first);
  await host.goOnline();
  return host;
}
