import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

const PAGES = ['en/', 'en/emergency/', 'en/cards/', 'en/phone/', 'en/calais/'];

export const fault: Fault = {
  name: 'restless-reader',
  says: 'during an update, ten times within moments: another page, a reload, one more tab, all tabs closed, or the worker put to sleep',
  trials: { ci: 4, release: 100 },
  historic: ['macrotrackr-117'],
  async run(trial) {
    const { host, random } = trial;
    const phone = await trial.phone();
    await install(phone);
    host.publish(trial.release(2));
    const actions = [
      () => phone.go(random.pick(PAGES)),
      () => phone.page.reload({ waitUntil: 'commit' }),
      () => phone.another(random.pick(PAGES), random.below(300)),
      () => phone.start(random.pick(PAGES), random.below(300)),
      () => phone.sleep(),
    ];
    for (let step = 0; step < 10; step++) {
      await random.pick(actions)();
      await new Promise((later) => setTimeout(later, random.below(200)));
    }
    await expectNothingLost(phone, { whole: true, versions: ['v1', 'v2'] }, 'after all that');
    await expectHealed(phone, trial.release(2), { old: ['v1'], whole: true });
  },
};
