/** Run by today.test.ts under several time zones: everything must come out the same. */
import { line, MOMENTS } from './today-cases.ts';

console.log(JSON.stringify(MOMENTS.map((one) => [one.name, line(one)])));
