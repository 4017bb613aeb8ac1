/** Sorting a page's lists by distance; shown by the script that can do it. */
import { writeGeo } from '../guide/distance.ts';
import type { Landmark, Town } from '../guide/types.ts';
import { usePage } from './page-context.ts';
import { Pictogram } from './pictogram.tsx';
import { WordsForScripts } from './shell.tsx';
import { UNTRANSLATED } from './texts.tsx';

const ICONS = { station: 'lost', hospital: 'health', 'town-hall': 'asylum', library: 'book' } as const satisfies Record<
  Landmark['kind'],
  string
>;

/** For any page with lists of services (`ul.cards`). What is said before the tap is true also of the tap. */
export function NearMe({ towns }: { towns: readonly Town[] }) {
  const { t, guide, language } = usePage();
  const landmarks = guide.landmarks.filter((landmark) => towns.some(({ id }) => id === landmark.town));
  return (
    <section class="near" data-island="near" hidden>
      <details>
        <summary class="button">
          <Pictogram name="place" />
          {t('near.title')}
        </summary>
        <p>{t('near.privacy')}</p>
        <div class="starts" hidden>
          <button type="button" class="button" data-position>
            {t('near.position')}
          </button>
          <p role="status" />
          {landmarks.length > 0 && <Landmarks landmarks={landmarks} />}
        </div>
      </details>
      <p role="status" />
      <button type="button" class="button" data-usual hidden>
        {t('near.usual')}
      </button>
      <WordsForScripts prefixes={['distance.']} id="words-near" guide={guide} language={language} />
    </section>
  );
}

function Landmarks({ landmarks }: { landmarks: readonly Landmark[] }) {
  const { t } = usePage();
  return (
    <>
      <p>{t('near.landmarks')}</p>
      <ul class="rows">
        {landmarks.map(({ kind, name, geo }) => (
          <li>
            <button type="button" class="row" data-geo={writeGeo(geo)}>
              <span class="lead">
                <Pictogram name={ICONS[kind]} />
              </span>
              <span>
                {t(`landmark.${kind}`)}
                <small>
                  <bdi lang="fr" {...UNTRANSLATED}>
                    {name}
                  </bdi>
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
