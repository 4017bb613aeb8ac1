import { Fragment } from 'preact';
import { usePage } from './page-context.ts';
import type { WordKey } from './words.ts';

type Choice = readonly [value: string, word: WordKey];

/** What can be chosen one of; the first is as the phone has it. */
const GROUPS: readonly { choice: string; word: WordKey; values: readonly Choice[] }[] = [
  {
    choice: 'size',
    word: 'comfort.size',
    values: [
      ['', 'comfort.size_normal'],
      ['bigger', 'comfort.size_bigger'],
      ['biggest', 'comfort.size_biggest'],
    ],
  },
  {
    choice: 'scheme',
    word: 'comfort.colours',
    values: [
      ['', 'comfort.colours_phone'],
      ['light', 'comfort.colours_light'],
      ['dark', 'comfort.colours_dark'],
    ],
  },
];

/** Reading comfort: remembered on the phone only. Hidden until the script is there that can do it (islands/comfort.ts). */
export function Comfort() {
  const { t } = usePage();
  return (
    <section id="reading" hidden>
      <h2>{t('comfort.title')}</h2>
      <p>{t('comfort.lead')}</p>
      {GROUPS.map(({ choice, word, values }) => (
        <Fragment key={choice}>
          <h3 id={`reading-${choice}`}>{t(word)}</h3>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset draws its own box, and its legend cannot be a heading */}
          <div role="group" class="choices" aria-labelledby={`reading-${choice}`}>
            {values.map(([value, name]) => (
              <ChoiceButton choice={choice} value={value} word={name} />
            ))}
          </div>
        </Fragment>
      ))}
      <ChoiceButton choice="motion" value="less" word="comfort.motion" />
      <ChoiceButton choice="saving" value="yes" word="comfort.data" />
      <p class="quiet">{t('comfort.data_means')}</p>
    </section>
  );
}

const ChoiceButton = ({ choice, value, word }: { choice: string; value: string; word: WordKey }) => (
  <button type="button" class="button" aria-pressed="false" data-choice={choice} data-value={value}>
    {usePage().t(word)}
  </button>
);
