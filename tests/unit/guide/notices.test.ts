import { expect, test } from 'vitest';
import { compareNews, concerns } from '../../../src/guide/notices.ts';

const news = { towns: ['calais'], needs: ['food'], urgent: false };
const home = { towns: ['calais'] };

test('news stands on the home of its town and not on that of another', () => {
  expect(concerns(news, home)).toBe(true);
  expect(concerns(news, { towns: ['dunkirk'] })).toBe(false);
});

test('news without a town stands everywhere', () => {
  expect(concerns({ ...news, towns: [] }, { towns: ['dunkirk'] })).toBe(true);
});

test('news of any town stands with a service that is for every town', () => {
  expect(concerns(news, { towns: [], needs: ['food'] })).toBe(true);
});

test('news stands with the needs that it is about', () => {
  expect(concerns(news, { ...home, needs: ['food', 'water'] })).toBe(true);
  expect(concerns(news, { ...home, needs: ['health'] })).toBe(false);
});

test('news about no need in particular stands on the home alone', () => {
  expect(concerns({ ...news, needs: [] }, home)).toBe(true);
  expect(concerns({ ...news, needs: [] }, { ...home, needs: ['food'] })).toBe(false);
});

test('a place for urgent news has no other, and the other way round', () => {
  expect(concerns({ ...news, urgent: true }, { ...home, only: 'urgent' })).toBe(true);
  expect(concerns(news, { ...home, only: 'urgent' })).toBe(false);
  expect(concerns({ ...news, urgent: true }, { ...home, only: 'calm' })).toBe(false);
  expect(concerns(news, { ...home, only: 'calm' })).toBe(true);
});

test('urgent news comes first, then the newest', () => {
  const all = [
    { id: 'old', urgent: false, from: '2026-10-01' },
    { id: 'b', urgent: false, from: '2026-11-20' },
    { id: 'a', urgent: false, from: '2026-11-20' },
    { id: 'urgent', urgent: true, from: '2026-09-01' },
  ];
  expect(all.sort(compareNews).map(({ id }) => id)).toEqual(['urgent', 'a', 'b', 'old']);
});
