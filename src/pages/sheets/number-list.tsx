/** The numbers to call, without links: on paper they are dialled. */
import { inLanguage, usePage } from '../page-context.ts';
import { Ordered, OwnWords } from '../texts.tsx';

/** `most` of them, those that come first. */
export function NumberList({ most }: { most: number }) {
  const { guide, language } = usePage();
  return (
    <ul>
      {guide.emergency.slice(0, most).map(({ phone, words }) => (
        <li>
          <b>
            <Ordered>{phone.display}</Ordered>
          </b>
          <span>
            <OwnWords text={inLanguage(words, language.lang).name} />
          </span>
        </li>
      ))}
    </ul>
  );
}
