import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

export const fault: Fault = {
  name: 'torn-connections',
  says: 'each request is cut off at a random place with a chance of 5, 20 or 60 %, at two visits, first or update',
  trials: { ci: 12, release: 300 },
  historic: ['angular-39786'],
  async run(trial) {
    const { host, random } = trial;
    const chance = random.pick([0.05, 0.2, 0.6]);
    const update = random.next() < 0.5;
    trial.note(`${chance * 100} %, ${update ? 'update' : 'first visit'}`);
    const phone = await trial.phone();
    if (update) await install(phone);
    const newest = trial.release(update ? 2 : 1);
    host.publish(newest);
    host.misbehaviour = (_, __, response) => {
      if (random.next() >= chance) return false;
      if (random.next() < 0.5) response.socket?.destroy();
      else setTimeout(() => response.socket?.destroy(), random.below(30));
      return false;
    };
    await phone.start();
    await phone.start();
    host.misbehaviour = undefined;
    await expectNothingLost(phone, { whole: update, versions: ['v1', newest.name] }, 'after two torn visits');
    await expectHealed(phone, newest, { old: ['v1'], whole: update });
  },
};
