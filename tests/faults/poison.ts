/** A wrong answer that the browser keeps for a year, for one file. */
import { isGet } from './bad-answers.ts';
import { expectHealed, expectNothingLost, type Trial } from './fault.ts';
import { bytesOf, neededBy } from './needed.ts';

/** Scripts that a page loads by itself, before there is a worker. */
export const LOADED_BY_PAGES = /^assets\/(main|common|live-hours|offline)-/;

export interface Poison {
  /** Which of the needed files may be the one. */
  among: (path: string) => boolean;
  spoil: (body: Buffer) => Buffer;
}

/** The first visit meets it, and the host is right ever after: nothing may be lost, and the guide becomes whole. */
export async function poisonOne(trial: Trial, { among, spoil }: Poison): Promise<void> {
  const { host, random } = trial;
  const v1 = trial.release(1);
  const path = random.pick(neededBy(v1).filter(among));
  trial.note(path);
  let poisoned = false;
  host.misbehaviour = (asked, request, response) => {
    if (asked !== path || poisoned || !isGet(request)) return false;
    poisoned = true;
    response
      .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' })
      .end(spoil(bytesOf(v1, path)));
    return true;
  };
  const phone = await trial.phone();
  await phone.start();
  await expectNothingLost(phone, { whole: false, versions: ['v1'] }, 'after the first visit');
  await expectHealed(phone, v1);
}
