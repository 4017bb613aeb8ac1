import { expect, test } from 'vitest';
import { readFromWorker, readToWorker } from '../../../src/guide/offline-messages.ts';

test('what a page asks is understood', () => {
  for (const type of ['save', 'refresh', 'status', 'remove'])
    expect(readToWorker({ type, lang: 'ckb' })).toEqual({ type, lang: 'ckb' });
  expect(readToWorker({ type: 'remove', lang: 'all' })).toEqual({ type: 'remove', lang: 'all' });
  expect(readToWorker({ type: 'activate' })).toEqual({ type: 'activate' });
});

test('what no page of ours would ask is not', () => {
  const odd = [undefined, null, 'save', 1, {}, { type: 'save' }, { type: 'save', lang: '../x' }, { type: 'save', lang: 'a/b' }];
  for (const data of [...odd, { type: 'format', lang: 'ar' }, { type: 'status', lang: '' }])
    expect(readToWorker(data)).toBeUndefined();
});

test('what the worker says is understood, and what it does not say is not made up', () => {
  const state = { type: 'state', lang: 'ar', kind: 'ready', files: 4, bytes: 10, made: '2026-11-21', newer: true };
  expect(readFromWorker(state)).toEqual(state);
  expect(readFromWorker({ ...state, newer: undefined })).toEqual({ ...state, newer: false });
  expect(readFromWorker({ type: 'progress', lang: 'ar', done: 1, of: 4 })).toEqual({
    type: 'progress',
    lang: 'ar',
    done: 1,
    of: 4,
  });
  for (const wrong of [{ kind: 'perfect' }, { files: '4' }, { bytes: -1 }, { made: 1 }, { lang: 7 }]) {
    expect(readFromWorker({ ...state, ...wrong })).toBeUndefined();
  }
});
