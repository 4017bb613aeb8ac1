/** What the person at the command line can mend: the message says in one sentence what is wrong and what to do. */
export class StreetsFault extends Error {}
