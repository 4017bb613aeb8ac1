/** `npm run names`: writes names of days, months and languages from CLDR into locales/languages.yaml. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nameLanguages } from '../pipeline/translation/name-languages.ts';

const HELP = `npm run names -- [--locales DIR] [--check]

Writes dir, script, name, english, french, weekdays, months and digits of every language
of locales/languages.yaml from Unicode's CLDR, as this Node has it (CLDR ${process.versions.cldr}).
What an entry lists in "by_hand" is left as it stands:

  by_hand: [weekdays]

--check  writes nothing; says which entries would change, and fails when one would.`;

function main() {
  const options = {
    locales: { type: 'string', default: 'locales' },
    check: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help) return console.log(HELP);
  const file = join(values.locales, 'languages.yaml');
  const { text, changed, unknown } = nameLanguages(readFileSync(file, 'utf8'));
  for (const lang of unknown) console.log(`${lang}: CLDR does not have it. Everything about it is by hand.`);
  console.log(changed.length > 0 ? `${changed.join(', ')}: ${values.check ? 'would change' : 'changed'}` : 'Nothing to change.');
  if (values.check) process.exitCode = changed.length > 0 ? 1 : 0;
  else writeFileSync(file, text);
}

main();
