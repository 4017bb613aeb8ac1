/** Makes a sheet ready for paper once its letters are there; `<html data-ready>` then says so. */
import { startDesk } from './desk.ts';
import { drawCodes } from './draw-codes.ts';
import { layOut } from './lay-out.ts';

// What is said to those without scripts goes.
document.documentElement.dataset.script = '';
drawCodes();
// Fonts are asked for when something is drawn with them, which asking for a height brings about.
void document.body.offsetHeight;
void document.fonts.ready.then(() => {
  layOut();
  document.documentElement.dataset.ready = '';
  void startDesk();
});
