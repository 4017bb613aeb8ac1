/** Dated news: in the page as it was when the guide was made, and in a small file of its own for phones that can ask for the newest. */
import { concerns, type NewsPlace } from '../guide/notices.ts';
import type { Guide, Language, Notice } from '../guide/types.ts';
import { inLanguage, makePage, renderIn, usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { Blocks, dateInWords, Words } from './texts.tsx';
import { guideWords } from './words.ts';

/** News for one place. It is there also without any news, for what a phone may fetch (islands/notices.ts). */
export function Notices({ towns, needs, only }: NewsPlace) {
  const { t, guide } = usePage();
  const news = currentNews(guide).filter((notice) => concerns(notice, { towns, needs, only }));
  return (
    <section
      class="notices"
      data-island="notices"
      aria-label={t(only === 'urgent' ? 'notices.urgent' : 'home.notices')}
      data-towns={towns.join(' ')}
      data-needs={needs?.join(' ')}
      data-only={only}
      hidden={news.every(({ from }) => from > guide.made)}
    >
      {news.map((notice) => (
        <Note notice={notice} />
      ))}
    </section>
  );
}

/** What has run out on the guide's day is never told again; what begins later waits in the page. */
const currentNews = (guide: Guide) => guide.notices.filter(({ until }) => until >= guide.made);

function Note({ notice }: { notice: Notice }) {
  const page = usePage();
  const { t, guide, language } = page;
  const { title, body } = inLanguage(notice.words, language.lang);
  return (
    <div
      class={notice.urgent ? 'note pressing' : 'note'}
      data-from={notice.from}
      data-until={notice.until}
      data-towns={notice.towns.join(' ')}
      data-needs={notice.needs.join(' ')}
      hidden={notice.from > guide.made}
    >
      <Pictogram name={notice.urgent ? 'urgent' : 'news'} />
      <div>
        {notice.urgent && <b class="word">{t('notices.urgent')}</b>}
        <h2>
          <Words text={title} />
        </h2>
        <Blocks blocks={body} />
        <p class="quiet">{t('notices.until', { date: dateInWords(page, notice.until) })}</p>
      </div>
    </div>
  );
}

/**
 * The file of all news of a language. Its root says whose news it is and of which day,
 * so that a phone takes nothing else for it: a portal's page, or an older copy.
 */
export function renderNotices(guide: Guide, language: Language, base: string): string {
  const page = makePage(guide, language, base, guideWords(guide));
  const html = renderIn(
    page,
    <html lang={language.lang} dir={language.dir} data-guide-notices={base} data-made={guide.made}>
      <head>
        <meta charset="utf-8" />
        <meta name="robots" content="noindex" />
        <title>{page.t('home.notices')}</title>
      </head>
      <body>
        {currentNews(guide).map((notice) => (
          <Note notice={notice} />
        ))}
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
