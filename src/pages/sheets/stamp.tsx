import { WORDS } from './sheet-words.ts';

/** Whose paper it is: an empty field for the stamp of who hands it out. */
export const Stamp = () => (
  <p class="stamp" dir="ltr">
    <span lang="fr">{WORDS.stamp.fr}</span> · <span lang="en">{WORDS.stamp.en}</span>
  </p>
);
