/** Numbers that can be called, and what is known of them. */
import type { Phone } from '../guide/types.ts';
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { dateInWords, Ordered } from './texts.tsx';

const SCHEME = {
  call: (number: string) => `tel:${number}`,
  sms: (number: string) => `sms:${number}`,
  whatsapp: (number: string) => `https://wa.me/${number.replace('+', '')}`,
};

export function CallButton({ phone, urgent = false }: { phone: Phone; urgent?: boolean }) {
  const { t } = usePage();
  return (
    <a
      class={urgent ? 'call sos' : 'call'}
      href={phoneHref(phone)}
      {...(phone.use === 'whatsapp' ? { rel: 'noreferrer noopener' } : {})}
    >
      <Pictogram name={phone.use === 'call' ? 'call' : 'sms'} />
      {t(`call.${phone.use}`)} <Ordered>{phone.display}</Ordered>
    </a>
  );
}

export const phoneHref = (phone: Phone) => SCHEME[phone.use](phone.number);

/** Doubt about the number itself, said below its button. */
export function PhoneDoubt({ phone }: { phone: Phone }) {
  const page = usePage();
  const { t } = page;
  const sentences = [
    phone.switchboard && t('call.switchboard'),
    phone.as_of && phone.as_of !== 'undated' && t('call.as_of', { date: dateInWords(page, phone.as_of) }),
    phone.second_hand && t('call.second_hand'),
  ].filter(Boolean);
  return sentences.length > 0 ? <p class="quiet">{sentences.join(' ')}</p> : null;
}
