/** Asking a host for one address at a time, as a phone would, with an end to patience. */

export interface Answer {
  status: number;
  headers: Headers;
  /** Unpacked. */
  body: Buffer;
}

export type Ask = (url: string) => Promise<Answer | undefined>;

/** More than the largest file of a guide; a body without end must not fill the machine. */
const LONGEST = 200_000_000;

/**
 * Makes the question: no redirect is followed, nothing is taken from a cache, compressed answers are asked for.
 * The answer is undefined when there was none within so many seconds, twice.
 */
export function asker(seconds: number): Ask {
  const once = async (url: string): Promise<Answer> => {
    const signal = AbortSignal.timeout(seconds * 1000);
    const headers = { 'accept-encoding': 'br, gzip', 'cache-control': 'no-cache' };
    const response = await fetch(url, { redirect: 'manual', signal, headers });
    if (Number(response.headers.get('content-length')) > LONGEST) throw new Error(`${url} is longer than any file of a guide`);
    return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
  };
  return (url) => once(url).catch(() => once(url).catch(() => undefined));
}

/** Does the work for every item, so many at once, in their order. */
export async function eachFew<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
