/** Reads how many tests passed and failed from the reports of the test runners. */
import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/** A file that could not even be loaded counts as one failure. */
export function countVitest(report: string, status: number): Counts {
  const read = readReport<VitestReport>(report);
  if (!read) return { passed: 0, failed: 1 };
  const broken = read.testResults.filter((file) => file.status === 'failed' && !hasFailure(file.assertionResults)).length;
  return honest({ passed: read.numPassedTests, failed: read.numFailedTests + broken }, status);
}

/** What passed at the second try counts as passed; the runner's list names it as flaky. */
export function countPlaywright(report: string, status: number): Counts {
  const read = readReport<PlaywrightReport>(report);
  if (!read) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = read.stats;
  return honest({ passed: expected + flaky, failed: unexpected + (unexpected ? 0 : read.errors.length) }, status);
}

const hasFailure = (results: { status: string }[]) => results.some(({ status }) => status === 'failed');

/** A runner that ended badly, or ran nothing at all, failed even if its report names no test. */
function honest(counts: Counts, status: number): Counts {
  const silent = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

function readReport<Report>(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
