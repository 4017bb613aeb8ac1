import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../src/service-worker');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

describe('the worker', () => {
  for (const file of files) {
    const code = readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    test(`${file} never asks what day it is, since clocks of phones are wrong`, () => {
      expect(code).not.toMatch(/\bDate\b|performance\.|expires/);
    });
    test(`${file} loads no other script and does not trust what the phone says about its connection`, () => {
      expect(code).not.toMatch(/importScripts|\beval\b|new Function|onLine/);
    });
  }
});
