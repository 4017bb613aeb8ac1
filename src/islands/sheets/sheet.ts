/** Makes a sheet ready for paper once its letters are there; `data-ready` then says so. */
import { layOut } from './lay-out.ts';

// Fonts are asked for when something is drawn with them, which asking for a height brings about.
void document.body.offsetHeight;
void document.fonts.ready.then(() => {
  layOut();
  document.documentElement.dataset.ready = '';
});
