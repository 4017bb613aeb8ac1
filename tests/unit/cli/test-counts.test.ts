import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../src/cli/test-counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'test-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const report = (content: unknown) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const vitest = (passed: number, failed: number, testResults: unknown[] = []) =>
  report({ numPassedTests: passed, numFailedTests: failed, testResults });
const playwright = (stats: object, errors: unknown[] = []) =>
  report({ stats: { expected: 0, unexpected: 0, flaky: 0, ...stats }, errors });

describe('counting tests', () => {
  it('adds up what passed and what failed', () => {
    expect(countVitest(vitest(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
    expect(countPlaywright(playwright({ expected: 7, unexpected: 2 }), 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('counts a file that could not be loaded', () => {
    expect(countVitest(vitest(7, 0, [{ status: 'failed', assertionResults: [] }]), 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('counts a test that passed at the second try as passed', () => {
    expect(countPlaywright(playwright({ expected: 7, flaky: 1 }), 0)).toEqual({ passed: 8, failed: 0 });
  });

  it('does not believe a report when the runner ended badly', () => {
    expect(countVitest(vitest(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
    expect(countPlaywright(playwright({ expected: 7 }), 1)).toEqual({ passed: 7, failed: 1 });
  });

  it('counts no tests at all as a failure', () => {
    expect(countVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a missing report as a failure', () => {
    expect(countVitest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
  });
});
