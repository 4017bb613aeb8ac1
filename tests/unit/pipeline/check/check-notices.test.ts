import { expect, test } from 'vitest';
import { composePage, NO_PARTS, withSigns } from '../../../../src/guide/compose-page.ts';
import type { Guide } from '../../../../src/guide/types.ts';
import { renderNotices, signsIn } from '../../../../src/pages/render.ts';
import { noticesWeight } from '../../../../src/pipeline/check/check-notices.ts';
import { readGuide } from '../../../../src/pipeline/make-guide.ts';
import { brotliBytes } from '../../../../src/pipeline/site-weight.ts';
import { MADE } from '../guide-fixtures.ts';

/** Bytes on the line of the file that the build makes. */
function weightOfFile(guide: Guide, lang: string): number {
  const language = guide.languages.find((one) => one.lang === lang);
  const html = language ? renderNotices(guide, language, '/') : '';
  return brotliBytes(composePage(withSigns(html, signsIn([html])), NO_PARTS));
}

async function withNotices(count: number): Promise<Guide> {
  const { guide } = await readGuide({ content: 'content', locales: 'locales', made: MADE });
  if (!guide) throw new Error('The guide cannot be read.');
  const notices = Array.from({ length: count }, (_, i) => guide.notices[i % guide.notices.length]).filter((one) => !!one);
  return { ...guide, notices: notices.map((notice, i) => ({ ...notice, id: `n-${i}`, urgent: i === 0 })) };
}

test.each([0, 1, 2, 3])(
  'an editor is told of no less than what %i pieces of news really weigh, and of hardly more',
  async (count) => {
    const guide = await withNotices(count);
    for (const { lang } of guide.languages) {
      const [told, real] = [noticesWeight(guide.notices, lang), weightOfFile(guide, lang)];
      expect(told, lang).toBeGreaterThanOrEqual(real);
      expect(told - real, `${lang}: ${told} for ${real}`).toBeLessThan(350);
    }
  },
);
