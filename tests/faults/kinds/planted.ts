import { BAD_ANSWERS } from '../bad-answers.ts';
import { type Fault, Loss } from '../fault.ts';
import { judge } from '../judge.ts';
import { bytesOf } from '../needed.ts';

export const fault: Fault = {
  name: 'planted',
  says: 'the laboratory itself: a worker that compares no hashes is published, and a wrong page must be seen',
  trials: { ci: 1, release: 1 },
  async run(trial) {
    const { host } = trial;
    const v1 = trial.release(1);
    const worker = Buffer.from(withoutHashes(String(bytesOf(v1, 'sw.js'))));
    const pack = v1.lists.en?.files.find(({ url }) => url.includes('/topics-'))?.url ?? '';
    host.misbehaviour = (path, _, response) => {
      if (path === 'sw.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(worker);
      else if (path === pack)
        BAD_ANSWERS['one bit flipped']?.({ path, right: bytesOf(v1, path), before: Buffer.alloc(0), response });
      else return false;
      return true;
    };
    const phone = await trial.phone();
    await phone.start();
    const losses = judge(await phone.walk(), { whole: false, versions: ['v1'] });
    if (!losses.some((loss) => /bytes|missing/.test(loss))) throw new Loss('the planted loss was not seen');
  },
};

/** The one place where the built worker compares a hash, whatever the names in it are. */
function withoutHashes(worker: string): string {
  const changed = worker.replace(/(\.length>=\d+&&\(await \w+\(\w+\)\)\.startsWith\()\w+\)/, "$1'')");
  if (changed === worker) throw new Error('The worker compares hashes in other words than this test knows: mend withoutHashes.');
  return changed;
}
