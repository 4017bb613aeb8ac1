import { describe, expect, it } from 'vitest';
import { habeshaSpan, habeshaTime } from '../../../src/guide/habesha.ts';

describe('the habesha clock', () => {
  it.each([
    ['07:00 is one o’clock', 420, '1:00'],
    ['noon is six', 720, '6:00'],
    ['dusk is twelve', 1080, '12:00'],
    ['dawn is twelve again', 360, '12:00'],
    ['midnight is six', 0, '6:00'],
    ['the end of the day is six as well', 1440, '6:00'],
    ['minutes stay', 815, '7:35'],
    ['one in the morning of the next day is seven', 1500, '7:00'],
  ])('%s', (_, minute, told) => {
    expect(habeshaTime(minute)).toBe(told);
  });

  it('tells a range with both its ends', () => {
    expect(habeshaSpan([540, 720])).toBe('3:00–6:00');
  });
});
