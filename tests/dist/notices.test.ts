import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesUrl } from '../../src/guide/routes.ts';
import { NOTICES_LIMIT } from '../../src/pipeline/check/check-notices.ts';
import { builtLanguages, fileWeight, readPackList } from '../../src/pipeline/site-weight.ts';
import { DIST, tagsOf } from './built-site.ts';

describe.each(builtLanguages(DIST))('the newest news in %s', (lang) => {
  const file = join(DIST, noticesUrl(lang));
  const tags = tagsOf(readFileSync(file, 'utf8'));

  it(`weighs at most ${NOTICES_LIMIT} bytes on the line`, () => {
    expect(fileWeight(file)).toBeLessThanOrEqual(NOTICES_LIMIT);
  });

  it('says whose it is and of which day', () => {
    expect(tags[0]).toMatchObject({ name: 'html', attributes: { lang, 'data-guide-notices': '/' } });
    expect(tags[0]?.attributes['data-made']).toBe(readPackList(DIST, lang).made);
  });

  it('says of each until when it holds and where it belongs', () => {
    for (const { attributes } of tags.filter((tag) => / note/.test(` ${tag.attributes.class}`))) {
      expect(attributes['data-until']).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(attributes).toHaveProperty('data-towns');
      expect(attributes).toHaveProperty('data-needs');
    }
  });

  it('is in nothing that a phone keeps', () => {
    expect(readPackList(DIST, lang).files.filter(({ url }) => url.includes('notices/'))).toEqual([]);
  });
});
