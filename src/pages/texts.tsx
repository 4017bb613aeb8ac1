/** Words, dates and numbers as a page shows them, each in its own language and direction. */

import { habeshaSpan } from '../guide/habesha.ts';
import { formatMinute } from '../guide/schedule.ts';
import type { Block, Direction, Lang, LooseDate, Span, Text } from '../guide/types.ts';
import { type Page, usePage } from './page-context.ts';
import { directionOf } from './words.ts';

/** A text; when it is not in the page's language it says so to the browser and the screen reader. */
export function Words({ text }: { text: Text }) {
  const page = usePage();
  return (
    <>
      <OwnWords text={text} />
      {text.original && (
        <span class="original" {...marks(page, text.original)}>
          {text.original.value}
        </span>
      )}
    </>
  );
}

/** The same where there is no room for its source beside it. */
export function OwnWords({ text }: { text: Text }) {
  const page = usePage();
  page.seen.add(text.state);
  return <>{text.lang === page.language.lang ? text.value : <span {...marks(page, text)}>{text.value}</span>}</>;
}

/** The blocks of a body; a block without translation stands there in the source's language. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const page = usePage();
  for (const block of blocks) page.seen.add(block.state);
  const html = blocks.map((block) => blockHtml(page, block)).join('');
  // Safe: written by our own writer from an allow-list of markdown nodes (pipeline/markdown-to-blocks.ts).
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}

function blockHtml(page: Page, block: Block): string {
  const own = block.lang === page.language.lang ? withLinks(page, block) : wrapped(page, block);
  return block.original ? own + wrapped(page, block.original, ' class="original"') : own;
}

function wrapped(page: Page, block: Block, attributes = ''): string {
  const { lang, dir } = marks(page, block);
  return `<div${attributes} lang="${lang}" dir="${dir}">${withLinks(page, block)}</div>`;
}

const withLinks = (page: Page, block: Block) => block.value.replaceAll('@rest:', page.link(''));

/** `lang` and `dir` of a text, for the element that holds it. */
export function marks(page: Page, text: { lang: Lang }): { lang: Lang; dir: Direction } {
  return { lang: text.lang, dir: directionOf(page.guide, text.lang) };
}

/** For names, numbers and French to hold out, which a browser that translates the page must leave as they are. */
export const UNTRANSLATED: object = { translate: 'no' };

/** Something with an order of its own: a phone number, a time, an address in Latin letters. */
export const Ordered = ({ children, lang }: { children: string; lang?: Lang }) => (
  <bdi dir="ltr" class="num" {...UNTRANSLATED} {...(lang ? { lang } : {})}>
    {children}
  </bdi>
);

/** One or more openings of a day: `09:00 – 12:00`, always left to right. */
export function Spans({ spans }: { spans: readonly Span[] }) {
  const { t, language } = usePage();
  if (spans.length === 0) return <>{t('hours.closed_day')}</>;
  return (
    <>
      {spans.map((span, i) => (
        <>
          {i > 0 && !language.habesha && <br />}
          <Ordered>{spanInWords(span)}</Ordered>
          <Habesha span={span} />
        </>
      ))}
    </>
  );
}

/** The same opening by the clock of Ethiopia and Eritrea, with its name, in the languages that use it. */
function Habesha({ span }: { span: Span }) {
  const { habesha } = usePage().language;
  if (!habesha) return null;
  return (
    <small class="habesha">
      {habesha} <Ordered>{habeshaSpan(span)}</Ordered>
    </small>
  );
}

/** `[540, 720]` -> `09:00–12:00` */
export const spanInWords = ([start, end]: Span) => `${formatMinute(start)}–${formatMinute(end)}`;

/**
 * A date as exact as it is known, with month names from locales/.
 * @example `2022-06` -> `June 2022`; `2022` -> `2022`
 */
export function dateInWords(page: Page, date: LooseDate): string {
  const [year = '', month, day] = date.split('-');
  if (!month) return year;
  const values = { year, month: page.language.months[Number(month) - 1] ?? month };
  if (!day) return page.t('date.month', values);
  const { first_day = '1' } = page.language;
  return page.t('date.day', { ...values, day: day === '01' ? first_day : String(Number(day)) });
}
