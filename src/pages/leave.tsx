import { CALENDAR } from '../guide/routes.ts';
import { Pictogram } from './pictogram.tsx';

/** The way out, on every page: a link to the neutral page; islands/before-paint.ts sees to it that "back" does not return. */
export const Leave = ({ base, word }: { base: string; word: string }) => (
  <a class="leave" href={base + CALENDAR}>
    <Pictogram name="leave" />
    <span class="visually-hidden">{word}</span>
  </a>
);
