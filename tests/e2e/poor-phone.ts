/** Phones with few letters and with all: a browser that is shown chosen fonts and no other. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { convert } from 'fontverter';
import { presentShell } from '../../src/cli/find-chromium.ts';

/** How to start such a browser, or undefined where the machine has no DejaVu Sans, whose letters are Latin and Arabic. */
export const poorPhone = () => phoneWith({});

/** The same with Ethiopic letters. */
export async function richPhone() {
  const woff2 = createRequire(import.meta.url).resolve(ETHIOPIC);
  return phoneWith({ 'ethiopic.ttf': await convert(readFileSync(woff2), 'sfnt') });
}

const ETHIOPIC = '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff2';

function phoneWith(fonts: Record<string, Buffer>) {
  const folder = fontFolder('DejaVu Sans');
  if (!folder) return undefined;
  const own = mkdtempSync(join(tmpdir(), 'guide-fonts-'));
  for (const [name, font] of Object.entries(fonts)) writeFileSync(join(own, name), font);
  const file = join(own, 'fonts.conf');
  const folders = `<dir>${folder}</dir><dir>${own}</dir><cachedir>${own}/cache</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>`);
  return { ...presentShell(), env: { ...definedEnv(), FONTCONFIG_FILE: file } };
}

function fontFolder(family: string): string | undefined {
  try {
    const files = execFileSync('fc-list', [family, 'file'], { encoding: 'utf8' }).match(/^[^:\n]+/m);
    return files ? dirname(files[0]) : undefined;
  } catch {
    return undefined;
  }
}

const definedEnv = () => Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));

export interface DrawnFont {
  familyName: string;
  /** Came with the page. */
  isCustomFont: boolean;
  glyphCount: number;
}

/** The fonts that an element's text is really drawn with, as the browser's inspector knows them. */
export async function fontsOf(page: Page, selector: string): Promise<DrawnFont[]> {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('DOM.enable');
  await inspector.send('CSS.enable');
  const { root } = await inspector.send('DOM.getDocument');
  // The inspector looks at an element's own text, so what stands within it is asked as well.
  const { nodeIds } = await inspector.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: `${selector}, ${selector} :not(svg, svg *)`,
  });
  const asked = nodeIds.map((nodeId) => inspector.send('CSS.getPlatformFontsForNode', { nodeId }));
  const fonts = (await Promise.all(asked)).flatMap((answer) => answer.fonts);
  await inspector.detach();
  return fonts;
}
