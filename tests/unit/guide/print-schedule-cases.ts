/** Run by schedule.test.ts under several time zones: everything must come out the same. */
import { answer, attribute, CASES } from './schedule-cases.ts';

console.log(JSON.stringify(CASES.map((one) => [one.name, attribute(one.hours), answer(one)])));
