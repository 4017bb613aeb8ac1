import { expect, test } from 'vitest';
import { renderTranslatePage } from '../../../src/pages/translate-page.tsx';
import { readFixture, wholeFile } from '../pipeline/guide-fixtures.ts';

const site = { base: '/', css: '', script: '', beforePaint: '', policy: '' };

async function pageWith(files: Record<string, string | null>): Promise<string> {
  const { guide, problems } = await readFixture(undefined, files);
  expect(problems).toEqual([]);
  return guide ? renderTranslatePage(guide, site) : '';
}

test('a language in which a file is missing names that file and its source', async () => {
  const html = await pageWith({ 'content/ar/topics/sea.md': null });
  expect(html).toContain('aria-label="Arabic: 5 missing, 23 draft"');
  expect(html).toContain('<code>content/ar/topics/sea.md</code> (source: <code>content/en/topics/sea.md</code>): 5 missing');
  expect(html).not.toContain('content/ar/services/hospital.md');
});

test('nothing to do is said as well', async () => {
  const html = await pageWith({});
  expect(html).toContain('Nothing is missing or outdated.');
  expect(html).not.toContain('<details>');
});

test('files are links where the guide says where they can be read', async () => {
  const settings = `repository: https://forge.example/guide/src/main\n${wholeFile('content/guide.yaml')}`;
  const html = await pageWith({ 'content/guide.yaml': settings });
  expect(html).toContain(
    '<a href="https://forge.example/guide/src/main/locales/ar.json" rel="noreferrer noopener">locales/ar.json</a>',
  );
});
