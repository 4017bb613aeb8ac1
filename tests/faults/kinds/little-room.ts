import { expectHealed, expectNothingLost, type Fault, install } from '../fault.ts';

export const fault: Fault = {
  name: 'little-room',
  says: 'the phone has room for 0 to 100 % of what a first visit or an update needs',
  trials: { ci: 11, release: 110 },
  async run(trial) {
    const { random, host } = trial;
    const update = random.next() < 0.5;
    const share = random.next();
    const newest = trial.release(update ? 2 : 1);
    const need = (newest.lists.en?.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
    trial.note(`${Math.round(100 * share)} %, ${update ? 'update' : 'first visit'}`);
    const phone = await trial.ownPhone();
    if (update) await install(phone);
    host.publish(newest);
    // In one tab, because the room comes back when the tab that took it closes.
    const session = await phone.context.newCDPSession(phone.page);
    const origin = new URL(host.url('')).origin;
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.round(usage + need * share) });
    await phone.page.evaluate(() => sessionStorage.clear()).catch(() => undefined);
    await phone.go('en/emergency/');
    await phone.settle();
    await expectNothingLost(phone, { whole: update, versions: ['v1', newest.name] }, 'with little room');
    await expectHealed(phone, newest, { old: ['v1'], whole: update });
  },
};
