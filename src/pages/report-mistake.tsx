/** Telling the editors that something is wrong: prepared messages, without a form and without a server. */
import { EDITION_SIGNS, signMark } from '../guide/compose-page.ts';
import { guideDay } from './edition.ts';
import { withoutMarks } from './foreign-words.ts';
import { usePage } from './page-context.ts';

/** Nothing where guide.yaml names no editors. `rest` is also the short address of services and topics. */
export function ReportMistake({ rest, name }: { rest: string; name: string }) {
  const { t, guide, base } = usePage();
  const { email, phone } = guide.editors ?? {};
  if (!email && !phone) return null;
  const lines = [
    t('report.page', { page: name }),
    guide.site + base + rest,
    t('footer.made', { date: guideDay() }),
    t('report.what'),
  ].map(withoutMarks);
  const body = encodeURIComponent(`${lines.join('\n')} `).replace(
    encodeURIComponent(guideDay()),
    signMark(EDITION_SIGNS.dayInLink),
  );
  return (
    <section class="report">
      <h2>{t('report.title')}</h2>
      <p class="quiet">{t('report.lead')}</p>
      {phone && (
        <>
          <a class="button" href={`https://wa.me/${phone.replace('+', '')}?text=${body}`} rel="noreferrer noopener">
            {t('report.whatsapp')}
          </a>
          <a class="button" href={`sms:${phone}?&body=${body}`}>
            {t('report.sms')}
          </a>
        </>
      )}
      {email && (
        <a class="button" href={`mailto:${email}?subject=${encodeURIComponent(lines[0] ?? '')}&body=${body}`}>
          {t('report.mail')}
        </a>
      )}
    </section>
  );
}
