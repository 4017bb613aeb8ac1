import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const note = (from: string, until: string) => ({ dataset: { from, until }, hidden: false });

/** A page with one place for news, of the day on which the guide was made. */
function page(notes: ReturnType<typeof note>[], made = '2026-11-20') {
  const place = { hidden: false, querySelectorAll: () => notes };
  const age = { hidden: true };
  vi.stubGlobal('document', {
    documentElement: { dataset: { made, sourceChecked: '2026-11-01' } },
    querySelectorAll: () => [place],
    querySelector: () => age,
  });
  return { place, age };
}

let dates: typeof import('../../../src/islands/dates.ts');
beforeEach(async () => {
  vi.resetModules();
  dates = await import('../../../src/islands/dates.ts');
});
afterEach(() => vi.unstubAllGlobals());

const on = (day: string) => dates.hideWhatRanOut(new Date(`${day}T12:00:00Z`));

test('news shows on its days, the last one included, and not after it', () => {
  const running = note('2026-11-20', '2026-11-24');
  const { place } = page([running]);
  on('2026-11-24');
  expect([running.hidden, place.hidden]).toEqual([false, false]);
  on('2026-11-25');
  expect([running.hidden, place.hidden]).toEqual([true, true]);
});

test('news does not show before it begins', () => {
  const later = note('2026-11-24', '2026-11-30');
  page([later]);
  on('2026-11-23');
  expect(later.hidden).toBe(true);
});

test('what ran out stays hidden when the clock of the phone is set back', () => {
  const old = note('2026-11-01', '2026-11-10');
  page([old]);
  on('2026-11-05');
  expect(old.hidden).toBe(true);
});

test('the day that a server told counts for more than a clock that is behind it', () => {
  const running = note('2026-11-20', '2026-11-24');
  page([running]);
  dates.haveReached('2026-11-26');
  on('2026-11-22');
  expect(running.hidden).toBe(true);
});

test('the guide says that it is old a month after anything in it was checked', () => {
  const { age } = page([]);
  on('2026-11-30');
  expect(age.hidden).toBe(true);
  on('2026-12-05');
  expect(age.hidden).toBe(false);
});
