import { expect, test } from 'vitest';
import { SiteAddressFault, siteAddress } from '../../../src/pipeline/site-address.ts';

const told = (site: string, asked?: string) => {
  try {
    return siteAddress({ site }, asked);
  } catch (error) {
    return error instanceof SiteAddressFault ? error.message : error;
  }
};

test('the setting is the address, with one slash at its end', () => {
  expect(told('https://guide.example')).toBe('https://guide.example/');
});

test('what the command line asks for counts more, and may be a folder', () => {
  expect(told('https://guide.example', 'https://ngo.example/guide//')).toBe('https://ngo.example/guide/');
  expect(told('', 'http://localhost:4173')).toBe('http://localhost:4173/');
});

test('without either nothing is printed, and the message says where to write it', () => {
  expect(told('')).toMatchInlineSnapshot(
    `"The address of the site is not known, and paper that leads nowhere cannot be called back. Write it into content/guide.yaml (site: "https://guide.example"), or give it with --site https://guide.example."`,
  );
});

test.each([
  ['guide.example', 'this is no address.'],
  ['http://guide.example', 'phones keep the guide only when it is read over https.'],
  ['https://guide.example/?x=1', 'the address of a site has nothing after "?" or "#", and no "@".'],
  ['https://guide.example/#a', 'the address of a site has nothing after "?" or "#", and no "@".'],
])('--site %s is refused: %s', (asked, fault) => {
  expect(told('https://guide.example', asked)).toBe(`--site ${asked}: ${fault} Write it like https://guide.example.`);
});
