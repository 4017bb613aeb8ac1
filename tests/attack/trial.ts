/** What every kind of attack tells of one trial. */
export interface Trial {
  number: number;
  /** What was done: `cut in content/en/about.md`. */
  what: string;
  /** What came of it, as it is counted: `still a guide`. */
  outcome: string;
  /** It took, for kinds that have a limit of the processor. */
  milliseconds: number;
  /** What broke the promise, empty when nothing did. */
  faults: readonly string[];
}
