/** A run of hours may be cut off at any moment: what was run counts, what was not is said. */
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../faults/fault.ts';
import { reportOf } from '../../faults/report.ts';
import { type Result, resume } from '../../faults/state.ts';

const NOW = { guide: 'tiny-1', browser: '156.0.1', planned: 100, commit: 'aaa', day: '2026-11-22' };
const half: Result = { ...resume(undefined, NOW), done: [0, 1, 2], seconds: 3600 };

describe('going on after a stop', () => {
  it('counts what was run against the same guide in the same browser', () => {
    const next = resume(half, { ...NOW, commit: 'bbb', day: '2026-11-23' });
    expect(next).toMatchObject({ done: [0, 1, 2], commits: ['aaa', 'bbb'], days: ['2026-11-22', '2026-11-23'] });
  });

  it('begins anew with another guide or another browser', () => {
    for (const other of [{ guide: 'tiny-2' }, { browser: '157.0.1' }])
      expect(resume(half, { ...NOW, ...other })).toMatchObject({ done: [], losses: [] });
  });

  it('leaves what is finished as it was', () => {
    const all = { ...half, planned: 3 };
    expect(resume(all, { ...NOW, planned: 3, commit: 'bbb', day: '2026-11-23' })).toEqual(all);
  });
});

describe('the report', () => {
  const fault = (name: string, more: Partial<Fault> = {}): Fault => ({
    name,
    says: `${name} is done`,
    trials: { ci: 1, release: 100 },
    run: async () => undefined,
    ...more,
  });
  const faults = [fault('kill'), fault('flood', { historic: ['ark-1'] }), fault('hail', { open: 'no roof' })];
  const results = { kill: half, hail: { ...half, done: [0], losses: ['hail 0: a page is missing'] } };
  const report = reportOf(faults, { seed: '7', results });

  it('tells what was run of what was planned, where and when', () => {
    expect(report).toContain('Chromium 156.0.1, seed 7, 2026-11-22, commit aaa: 4 of 200 trials (2.0 hours');
    expect(report).toContain('| `kill` | kill is done | 3 of 100 | 0 | < 100 % |  |');
  });

  it('tells each loss, and gives no bound where there is one', () => {
    expect(report).toContain('| `hail` | hail is done | 1 of 100 | 1 (known: no roof) | - |  |');
    expect(report).toContain('- hail 0: a page is missing');
  });

  it('counts what was not run among what was not tested', () => {
    expect(report).toContain('| `flood` | flood is done | 0 of 100 | 0 | - | ark-1 |');
    expect(report).toContain('- faults that were not run at all: `flood`');
    expect(report).toContain('- the rest of these: `kill` (97 trials left), `hail` (99 trials left)');
  });

  it('says when parts of it are of different builds', () => {
    const mixed = { kill: half, hail: { ...half, guide: 'tiny-2' } };
    expect(reportOf(faults, { seed: '7', results: mixed })).toContain('the code changed between');
    expect(report).not.toContain('the code changed between');
  });
});
