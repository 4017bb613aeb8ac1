import { expect, test } from 'vitest';
import { type Figure, type Measured, reportOf } from '../../../src/cli/bench-figures.ts';

const figure = (what: string, value: number, goal?: number): Figure => ({ what, value, unit: 'KB', ...(goal && { goal }) });
const measured = (...figures: Figure[]): Measured => ({ date: '2026-11-22', commit: 'abc1234', with: 'Chromium 156', figures });
const CHAPTERS = { load: { title: 'First load', how: 'Each page.' }, build: { title: 'Build', how: 'Three sizes.' } };

test('the report says of each figure whether its goal is met, and counts them', () => {
  const report = reportOf(
    { load: measured(figure('a page', 2048, 1024), figure('a list', 512, 512), figure('a map', 9)) },
    CHAPTERS,
  );
  expect(report).toContain('1 of 2 goals are met. Not met: a page.');
  expect(report).toContain('| a page | 2.0 KB | 1.0 KB | no |  |');
  expect(report).toContain('| a list | 0.5 KB | 0.5 KB | yes |  |');
  expect(report).toContain('Each page. Measured 2026-11-22 at abc1234, Chromium 156.');
});

test('a part that was never measured is named as such', () => {
  expect(reportOf({}, CHAPTERS)).toContain('## Build\n\nThree sizes.\n\nNot measured yet.');
});
