/** A code and its address, as they stand on all sheets: black on white, never inverted, nothing in its middle. */
import { codePicture } from '../../guide/code-picture.ts';
import { writtenAddress } from '../../guide/sheets.ts';
import { UNTRANSLATED } from '../texts.tsx';
import { useSheet } from './sheet-context.ts';

/** `path` is what the code leads to, relative to the base. The script of the page finds the places of codes by `data-code`. */
export function Code({ path }: { path: string }) {
  const { site } = useSheet();
  const picture = site ? codePicture([...new TextEncoder().encode(site + path)]) : undefined;
  if (site && !picture) throw new Error(`The address ${site}${path} is too long for a code: give the site a shorter one.`);
  return (
    <svg class="code" data-code={path} role="img" aria-label={writtenAddress(site + path)} {...(picture && viewOf(picture.size))}>
      {picture && <path d={picture.path} />}
    </svg>
  );
}

const viewOf = (size: number) => ({ viewBox: `0 0 ${size} ${size}` });

/** What to type where there is no camera. It may break after a slash, and nowhere else. */
export function Address({ path }: { path: string }) {
  const { site } = useSheet();
  return (
    <bdi class="address" dir="ltr" data-address={path} {...UNTRANSLATED}>
      {writtenAddress(site + path)
        .match(/[^/]+\/?/g)
        ?.map((part) => (
          <>
            {part}
            <wbr />
          </>
        ))}
    </bdi>
  );
}
