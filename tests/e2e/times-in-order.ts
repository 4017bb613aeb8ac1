import { expect, type Locator } from '@playwright/test';

/** Of ranges like `09:00–12:00` the start stands left of the end, whatever the direction of the page. Answers how many there were. */
export async function expectTimesInOrder(ranges: Locator): Promise<number> {
  const all = await ranges.evaluateAll((elements) =>
    elements.map(({ firstChild }) => {
      if (!firstChild) return [];
      const left = (from: number, to: number) => {
        const part = document.createRange();
        part.setStart(firstChild, from);
        part.setEnd(firstChild, to);
        return part.getBoundingClientRect().left;
      };
      return [left(0, 5), left(6, 11)];
    }),
  );
  for (const [start = 0, end = 0] of all) expect(start).toBeLessThan(end);
  return all.length;
}
