/** What `npm run translations -- COMMAND --help` says. */

const FOLDERS = 'Other folders: --content DIR --locales DIR.';

export const HELP = {
  table: `npm run translations [-- COMMAND]

Without a command: how many texts of each language are missing, outdated, machine-made, draft or reviewed, and what to
do next. The commands, each with --help:

  export LANG --format xlsx|po     what is missing or outdated, for a translator
  import FILE                      puts the translator's file back
  accept LANG|all ID               the source changed, but not what it says
  review LANG ID --by NAME         a second person has read it
  new LANG                         starts a language
  stamp LANG --state STATE         notes how texts written by hand were made

${FOLDERS}`,
  export: `npm run translations -- export LANG --format xlsx|po [--all] [--out FILE]

Writes the texts of LANG that are missing or outdated, each with where it stands, its source, the present translation,
what must stay as it is and how long it may be. --all writes every text. xlsx opens in any spreadsheet program, po in
Poedit, Weblate and others. The file is translations-LANG.xlsx or .po unless --out names another; none is overwritten.
${FOLDERS}`,
  import: `npm run translations -- import FILE [--state draft|machine]

Puts a translated .xlsx or .po file back into content/, locales/ and the lock. Empty cells and unchanged rows change
nothing. When a row fails a check, its number is named and nothing at all is written. What was translated from a source
that has changed since the export is outdated from the start. In a .po file a text whose "fuzzy" mark was taken away
counts as redone, even if no word of it changed; one that is still fuzzy stays machine-made or outdated.
${FOLDERS}`,
  accept: `npm run translations -- accept LANG|all ID

Says that the source of ID has changed without saying anything else (a typing mistake), so that its translations are not
outdated. ID is a file (topics/dublin, about, words) or one part of it (topics/dublin#body.1.2, words#bar.home).
${FOLDERS}`,
  review: `npm run translations -- review LANG ID --by "initials"

Marks the translations of ID as read by a second person. ID is a file (topics/dublin, about, words) or one part of it
(topics/dublin#body.1.2). What is outdated stays outdated: redo or accept it first.
${FOLDERS}`,
  new: `npm run translations -- new LANG

Adds LANG to locales/languages.yaml with the names of days and months that Unicode's CLDR has for it. From the next build
on readers see the language in the list, its pages in the source language until they are translated.
${FOLDERS}`,
  stamp: `npm run translations -- stamp LANG --state machine|draft|reviewed [--by NAME] [--all]

Writes locales/LANG.lock.json: for every translated segment that has no entry yet, the hash of the source it was made
from and its state. --all also stamps segments whose source has changed since: do so only after they were redone.
--state reviewed needs --by. ${FOLDERS}`,
} as const;

export type Command = keyof typeof HELP;
