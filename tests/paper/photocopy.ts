/**
 * What becomes of a sheet that is copied in an office: black or white, not sharp, specks all over, askew and smaller; then seen by
 * a phone, whose lens is not sharp either. Copiers scan with 300 pixels per inch or more, so give it that.
 */
import type { Grey } from './raster.ts';

const SPECKS = 0.05;
const DEGREES = 7;
const SCALE = 0.7;

/** The specks are the same at every run. */
export const photocopy = (sheet: Grey): Grey => blur(layAskew(speckle(blur(blackOrWhite(sheet)))));

const blackOrWhite = (grey: Grey): Grey => ({ ...grey, pixels: grey.pixels.map((value) => (value < 128 ? 0 : 255)) });

/** Each pixel becomes the middle of the nine around it; those at the edge stay. */
function blur({ width, height, pixels }: Grey): Grey {
  const blurred = Uint8Array.from(pixels);
  const at = (index: number) => pixels[index] ?? 255;
  const row = (index: number) => at(index - 1) + at(index) + at(index + 1);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, index = y * width + 1; x < width - 1; x++, index++)
      blurred[index] = (row(index - width) + row(index) + row(index + width)) / 9;
  return { width, height, pixels: blurred };
}

/** One pixel of twenty is turned round. */
function speckle(grey: Grey): Grey {
  const random = randomNumbers();
  return { ...grey, pixels: grey.pixels.map((value) => (random() < SPECKS ? 255 - value : value)) };
}

/** Turned around its middle and made smaller, on a white ground that holds all of it. */
function layAskew({ width, height, pixels }: Grey): Grey {
  const angle = (DEGREES / 180) * Math.PI;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const size = {
    width: Math.ceil((width * cos + height * sin) * SCALE),
    height: Math.ceil((width * sin + height * cos) * SCALE),
  };
  const laid = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const [dx, dy] = [(x - size.width / 2) / SCALE, (y - size.height / 2) / SCALE];
      laid[y * size.width + x] = between(
        { width, height, pixels },
        dx * cos + dy * sin + width / 2,
        dy * cos - dx * sin + height / 2,
      );
    }
  }
  return { ...size, pixels: laid };
}

/** The value at a place between four pixels; white outside. */
function between({ width, height, pixels }: Grey, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const [right, below] = [x - left, y - top];
  const index = top * width + left;
  const at = (offset: number) => pixels[index + offset] ?? 255;
  return (at(0) * (1 - right) + at(1) * right) * (1 - below) + (at(width) * (1 - right) + at(width + 1) * right) * below;
}

/** The same numbers from 0 to 1 at every run (Park and Miller's generator). */
function randomNumbers(): () => number {
  let number = 1;
  return () => {
    number = (number * 48_271) % 2_147_483_647;
    return number / 2_147_483_647;
  };
}
