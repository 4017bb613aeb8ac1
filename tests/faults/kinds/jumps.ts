import { expectHealed, expectNothingLost, type Fault, install, Loss } from '../fault.ts';

export const fault: Fault = {
  name: 'jumps',
  says: 'from any release to any other, back as well, with the old files gone from the host and an old tab left open that then asks for its scripts',
  trials: { ci: 4, release: 90 },
  releases: { ci: 3, release: 10 },
  historic: ['macrotrackr-117'],
  async run(trial) {
    const { host, number, random, releases, thorough } = trial;
    const pairs = releases.flatMap((from) => releases.filter((to) => to !== from).map((to) => ({ from, to })));
    const { from, to } = (thorough ? pairs[number] : undefined) ?? random.pick(pairs);
    trial.note(`${from.name} to ${to.name}`);
    host.publish(from);
    const phone = await trial.phone();
    await install(phone);
    const old = phone.page;
    host.publish(to);
    await phone.another('en/emergency/');
    const scripts = from.lists.en?.files.filter(({ kind }) => kind === 'asset').map(({ url }) => host.url(url)) ?? [];
    const broken = await old.evaluate(async (urls) => {
      const got = await Promise.all(
        urls.map((url) =>
          fetch(url).then(
            (answer) => answer.status,
            () => 0,
          ),
        ),
      );
      return urls.filter((_, place) => got[place] !== 200);
    }, scripts);
    if (broken.length) throw new Loss(`the tab left open cannot load ${broken.join(', ')} any more`);
    await expectNothingLost(phone, { whole: true, versions: [from.name, to.name] }, 'after the jump');
    await expectHealed(phone, to, { old: [from.name], whole: true });
  },
};
