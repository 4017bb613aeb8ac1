import type { IncomingMessage, ServerResponse } from 'node:http';
import { typeOf } from '../../../src/pipeline/site-files.ts';
import { expectNothingLost, type Fault, install, Loss, type Trial } from '../fault.ts';
import { bytesOf, neededBy } from '../needed.ts';
import type { Phone } from '../phone.ts';

const RANGES = ['bytes=0-9', 'bytes=5-', 'bytes=-5', 'bytes=0-0', 'bytes=0-99999999'];

export const fault: Fault = {
  name: 'ranges',
  says: 'parts of kept files and pages are asked for (Range), of a host that knows parts or does not: what comes is right, and no part is kept for a whole',
  trials: { ci: 2, release: 10 },
  async run(trial) {
    const { host, number, random } = trial;
    const knows = number % 2 === 0;
    const v1 = trial.release(1);
    const paths = [...neededBy(v1), 'en/', 'en/emergency/'];
    trial.note(knows ? 'the host knows parts' : 'the host sends all');
    // Parts are asked for during the first visit as well, when everything is on its way.
    if (knows) host.misbehaviour = (path, request, response) => answerPart(trial, path, request, response);
    const phone = await trial.phone();
    await phone.start('en/', 300);
    await askAll(phone, trial, random.shuffle(paths));
    await install(phone);
    await askAll(phone, trial, random.shuffle(paths));
    host.misbehaviour = undefined;
    await expectNothingLost(phone, { whole: true, versions: ['v1'] }, 'after parts were asked for');
    await host.goOffline();
    await askAll(phone, trial, paths);
  },
};

/** Without a connection nothing need come, but nothing wrong may. */
async function askAll(phone: Phone, { host, random, release }: Trial, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const range = random.pick(RANGES);
    const [status, body] = (await phone.page.evaluate(`(${ASK})(${JSON.stringify([host.url(path), range])})`)) as [
      number,
      string,
    ];
    const whole = bytesOf(release(1), path.replace(/\/$/, '/index.html'));
    const right = status === 206 ? partOf(whole, range).bytes : whole;
    if (status && !Buffer.from(body, 'base64').equals(right)) throw new Loss(`${range} of ${path}: ${status} with wrong bytes`);
  }
}

const ASK = `async ([url, range]) => {
  try {
    const answer = await fetch(url, { headers: { range }, cache: 'no-store' });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return [answer.status, btoa(text)];
  } catch { return [0, '']; }
}`;

/** @example partOf(hundred, 'bytes=-5') is its last five, from 95 */
function partOf(whole: Buffer, range: string): { bytes: Buffer; from: number } {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  const from = first ? Number(first) : Math.max(0, whole.length - Number(last));
  const to = first && last ? Number(last) + 1 : whole.length;
  return { bytes: whole.subarray(from, to), from };
}

function answerPart({ release }: Trial, path: string, { headers }: IncomingMessage, response: ServerResponse): boolean {
  const { range } = headers;
  const whole = release(1).files.get(path.replace(/\/$/, '/index.html'));
  if (!range || !whole) return false;
  const { bytes, from } = partOf(whole, range);
  const place = `bytes ${from}-${from + bytes.length - 1}/${whole.length}`;
  response.writeHead(206, { 'content-type': typeOf(path), 'content-range': place }).end(bytes);
  return true;
}
