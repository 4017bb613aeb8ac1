import type { ServerResponse } from 'node:http';
import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';
import { bytesOf } from '../needed.ts';

const HTML = '<!doctype html><title>Not here</title>';
const ANSWERS: Readonly<Record<string, (response: ServerResponse, old: Buffer) => unknown>> = {
  'status 404': (response) => response.writeHead(404).end(),
  'status 500': (response) => response.writeHead(500).end(),
  'a page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(HTML),
  'a page named as a script': (response) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(HTML),
  'the old one, to be kept a year': (response, old) =>
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000' }).end(old),
};

export const fault: Fault = {
  name: 'worker-file',
  says: 'sw.js answered with 404, 500, a page, a page named as a script, or the old one to be kept a year, during an update',
  trials: { ci: 5, release: 10 },
  async run(trial) {
    const { host, number } = trial;
    const [v1, v2] = [trial.release(1), trial.release(2)];
    const [name, answer] = Object.entries(ANSWERS)[number % 5] ?? [];
    trial.note(String(name));
    const phone = await trial.phone();
    await install(phone);
    host.publish(v2);
    host.misbehaviour = (asked, _, response) => {
      if (asked !== 'sw.js') return false;
      answer?.(response, bytesOf(v1, 'sw.js'));
      return true;
    };
    await phone.start();
    await expectNothingLost(phone, { whole: true, versions: ['v1', 'v2'] }, 'with a wrong worker');
    host.misbehaviour = undefined;
    await expectHealed(phone, v2, { old: ['v1'], whole: true });
  },
};
