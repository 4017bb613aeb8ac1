import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countTranslations, TRANSLATION_STATES } from '../../src/guide/translation-counts.ts';
import { madeDate } from '../../src/pipeline/made-date.ts';
import { readGuide } from '../../src/pipeline/make-guide.ts';
import { filesBelow } from '../../src/pipeline/site-weight.ts';
import { DIST, ROOT, tagsOf } from './built-site.ts';

const PAGE = 'translate/index.html';
const html = readFileSync(join(DIST, PAGE), 'utf8');

describe('the page for translators', () => {
  it('says for every language what the command line says', async () => {
    const { guide } = await readGuide({ content: join(ROOT, 'content'), locales: join(ROOT, 'locales'), made: madeDate() });
    const counts = guide ? countTranslations(guide) : [];
    const pictures = tagsOf(html).flatMap(({ attributes }) => (attributes.role === 'img' ? [attributes['aria-label']] : []));
    const spoken = counts.map(({ lang, counts: states }) => {
      const name = guide?.languages.find((language) => language.lang === lang)?.english;
      return `${name}: ${TRANSLATION_STATES.flatMap((state) => (states[state] ? [`${states[state]} ${state}`] : [])).join(', ')}`;
    });
    expect(pictures.length).toBeGreaterThan(1);
    expect(pictures).toEqual(spoken);
  });

  it('asks search engines to leave it out, and runs no script', () => {
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(tagsOf(html).filter(({ name }) => name === 'script')).toEqual([]);
  });

  it('is led to from nowhere and kept by no phone', () => {
    const others = filesBelow(DIST).filter((file) => file !== PAGE && /\.(html|json|js|webmanifest|txt|xml)$/.test(file));
    expect(others.filter((file) => readFileSync(join(DIST, file), 'utf8').includes('translate/'))).toEqual([]);
  });

  it('names files that are there, or that a translator will make', () => {
    const paths = [...html.matchAll(/<code>((?:content|locales)\/[^<]*)<\/code>/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(1);
    expect(paths.filter((path) => !/^(locales\/[\w-]+\.json|content\/[\w-]+(\/(\w+\/)?[\w-]+\.md)?)$/.test(path))).toEqual([]);
  });
});
