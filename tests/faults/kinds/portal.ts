import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

const LOGIN = '<!doctype html><title>Free wifi</title><form>Log in to go on</form>';

export const fault: Fault = {
  name: 'portal',
  says: 'a captive portal answers everything, or all but the first pages, with 302, 200 or 511; then it opens',
  trials: { ci: 6, release: 100 },
  historic: ['grappa-2100'],
  async run(trial) {
    const { host, random } = trial;
    const kind = random.pick(['302', '200', '511']);
    const update = random.next() < 0.5;
    const late = random.next() < 0.5;
    trial.note(`${kind}, ${update ? 'update' : 'first visit'}${late ? ', after the page' : ''}`);
    const phone = await trial.phone();
    if (update) await install(phone);
    const newest = trial.release(update ? 2 : 1);
    host.publish(newest);
    host.misbehaviour = (path, _, response) => {
      if (late && (path.endsWith('/') || path.startsWith('assets/'))) return false;
      if (kind === '302' && path !== 'login') response.writeHead(302, { location: '/login' }).end();
      else response.writeHead(kind === '511' ? 511 : 200, { 'content-type': 'text/html' }).end(LOGIN);
      return true;
    };
    await phone.start();
    await expectNothingLost(phone, { whole: update, versions: ['v1', newest.name] }, 'behind the portal');
    host.misbehaviour = undefined;
    await expectHealed(phone, newest, { old: ['v1'], whole: update });
  },
};
