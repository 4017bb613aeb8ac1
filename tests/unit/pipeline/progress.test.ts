import { expect, test } from 'vitest';
import { showProgress } from '../../../src/pipeline/progress.ts';

function shown(isTTY: boolean): string {
  let text = '';
  let now = 0;
  const progress = showProgress({ isTTY, write: (more: string) => (text += more) }, () => (now += 500));
  const onRead = progress.step('Reading ways');
  onRead(0.5);
  onRead(0.5001);
  onRead(1);
  progress.step('Making tiles')(0.25);
  progress.end();
  return text;
}

test('a terminal has a bar that moves in its line', () => {
  expect(
    shown(true)
      .split('\r')
      .map((line) => line.replace(/ +/g, ' ')),
  ).toEqual([
    '',
    'Reading ways [ ] 0 %',
    'Reading ways [############### ] 50 %',
    'Reading ways [##############################] 100 %',
    'Reading ways [##############################] 100 % 0.5 s\n',
    'Making tiles [ ] 0 %',
    'Making tiles [######## ] 25 %',
    'Making tiles [##############################] 100 % 0.5 s\n',
  ]);
});

test('a file or another program gets a plain line per step', () => {
  expect(shown(false)).toBe('Reading ways: 0.5 s\nMaking tiles: 0.5 s\n');
});
