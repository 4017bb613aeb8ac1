/** `npm run check`: says everything that is wrong with what editors and translators wrote. */
import { parseArgs } from 'node:util';
import { madeDate } from '../pipeline/made-date.ts';
import { readGuide } from '../pipeline/make-guide.ts';
import { countProblems, formatProblem } from '../pipeline/problems.ts';

const HELP = `npm run check -- [--content DIR] [--locales DIR]

Reads the content and locales folders, prints file:line:column, what is wrong and what to do, and a count.
Ends with 1 when there are errors; warnings alone do not stop a build.`;

const OPTIONS = {
  content: { type: 'string', default: 'content' },
  locales: { type: 'string', default: 'locales' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function check(given: string[]): Promise<number> {
  const options = parse(given);
  if (options instanceof Error) return say(`${options.message}\n\n${HELP}`, 1);
  const { content, locales, help } = options.values;
  if (help) return say(HELP, 0);
  const { problems, files } = await readGuide({ content, locales, made: madeDate() });
  for (const problem of problems) console.log(formatProblem(problem));
  return say(countProblems(problems, files), problems.some(({ severity }) => severity === 'error') ? 1 : 0);
}

/** What was asked for, or what is wrong with how it was asked. */
function parse(given: string[]) {
  try {
    return parseArgs({ args: given, options: OPTIONS });
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

function say(text: string, exitCode: number): number {
  console.log(text);
  return exitCode;
}

process.exitCode = await check(process.argv.slice(2));
