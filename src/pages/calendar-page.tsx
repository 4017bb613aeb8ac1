/** The neutral page that "leave" leads to. It names no guide and has no word: whoever looks at the phone sees a calendar. */
import { render } from 'preact-render-to-string';
import type { Site } from './shell.tsx';

/** A picture says the same in every language, and stays true on any day. The script puts the month in its place. */
const CALENDAR_SIGN = '\u{1f4c5}';

/** `beforePaint` is the script that draws the days, see islands/calendar.ts: here it stands after them. */
export function renderCalendar({ css, policy, beforePaint }: Site): string {
  const html = render(
    // biome-ignore lint/a11y/useValidLang: the tag that BCP 47 has for "no linguistic content".
    <html lang="zxx" dir="ltr">
      <head>
        {policy && <meta http-equiv="Content-Security-Policy" content={policy} />}
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>{CALENDAR_SIGN}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <main>
          <h1>{CALENDAR_SIGN}</h1>
          <table />
        </main>
        {beforePaint && <script dangerouslySetInnerHTML={{ __html: beforePaint }} />}
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}
