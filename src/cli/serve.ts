/** `npm run serve`: shows the built site on this machine and to phones in the same network. */
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { putBack } from '../pipeline/building-place.ts';
import { type Site, startSiteServer } from '../pipeline/site-server.ts';

const HELP = `npm run serve -- [options]
  --dist DIR    what to serve (dist)
  --base PATH   where the site was built for (/)
  --port N      (4173)
  --host NAME   0.0.0.0 shows it to phones in the same network, 127.0.0.1 to this machine only (0.0.0.0)
  --kbps N      as slow as a line of N kilobits a second
  --rtt N       N milliseconds before each answer
`;

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    port: { type: 'string', default: '4173' },
    host: { type: 'string', default: '0.0.0.0' },
    kbps: { type: 'string', default: '0' },
    rtt: { type: 'string', default: '0' },
    help: { type: 'boolean', default: false },
  },
});

async function serve() {
  if (values.help) return console.log(HELP);
  putBack(values.dist);
  if (!existsSync(values.dist)) {
    console.error(`There is no folder ${values.dist} yet: npm run build makes it.`);
    process.exitCode = 1;
    return;
  }
  const site = await start();
  if (!site) return;
  announce(site);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void site.close().then(() => process.exit(0)));
}

async function start(): Promise<Site | undefined> {
  const { dist, base, host } = values;
  const port = Number(values.port);
  try {
    return await startSiteServer({ dist: resolve(dist), base, host, port, kbps: Number(values.kbps), rtt: Number(values.rtt) });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken: stop what uses it, or give another with --port.` : String(error));
    process.exitCode = 1;
    return undefined;
  }
}

function announce(site: Site) {
  console.log(`${site.origin}${values.base === '/' ? '' : values.base}`);
  if (values.host !== '0.0.0.0') return;
  for (const address of addressesInNetwork())
    console.log(`http://${address}:${new URL(site.origin).port}${values.base}  (phones)`);
  console.log('Saving for offline needs https or localhost: on a phone over plain http the pages work, saving is off.');
}

const addressesInNetwork = () =>
  Object.values(networkInterfaces())
    .flat()
    .filter((network) => network?.family === 'IPv4' && !network.internal)
    .map((network) => network?.address);

await serve();
