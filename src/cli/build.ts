/** `npm run build`: checks the guide and publishes it as a static site. */
import { parseArgs } from 'node:util';
import { buildSite } from '../pipeline/build-site.ts';
import { PlaceFault } from '../pipeline/disk-refusals.ts';
import { formatProblem } from '../pipeline/problems.ts';

const HELP = `npm run build -- [--content DIR] [--locales DIR] [--out DIR] [--base /a/b/] [--pseudo]

  --content DIR   what editors wrote        (content)
  --locales DIR   what translators wrote    (locales)
  --out DIR       where the site goes       (dist)
  --base PATH     path the site stands under, with both slashes (/)
  --pseudo        adds en-XA (longer) and ar-XB (right to left), made from the source, for looking at the layout

The site is made beside the folder, verified and then put in its place. A build that fails or is killed changes nothing,
and leaves nothing that the next one does not take away. While one is at work on a folder, another one into it is refused.`;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    locales: { type: 'string', default: 'locales' },
    out: { type: 'string', default: 'dist' },
    base: { type: 'string', default: '/' },
    pseudo: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

// A place that is left at the exit is not lying about: Ctrl-C is the usual end of a build that takes too long.
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.once(signal, () => process.exit(status));

if (values.help) console.log(HELP);
else if (!/^\/(?:[A-Za-z0-9_.~-]+\/)*$/.test(values.base)) {
  console.error(`--base ${values.base}: write a path with a slash at both ends, e.g. /guide/`);
  process.exitCode = 1;
} else await run();

async function run() {
  const start = performance.now();
  try {
    const { problems, published } = await buildSite(values);
    if (problems.length > 0) console.error(problems.map(formatProblem).join('\n'));
    if (published) return console.log(`Published ${values.out} in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  } catch (error) {
    if (!(error instanceof PlaceFault)) throw error;
    console.error(error.message);
  }
  console.error(`Nothing was published; ${values.out} is as it was.`);
  process.exitCode = 1;
}
