/** The one door from the pipeline to the pages. */
export { renderCalendar } from './calendar-page.tsx';
export { daySigns } from './edition.ts';
export { type FileSite, renderFileTemplate } from './file-template.tsx';
export { type RenderedPages, renderPages, type Sections } from './language-pages.ts';
export type { MapOffer } from './map-page.tsx';
export { type NeutralPages, renderNeutral } from './neutral-pages.tsx';
export { renderNotices } from './notices.tsx';
export { signsIn } from './pictogram.tsx';
export { renderPrintPage } from './sheets/print-page.tsx';
export { renderSheet } from './sheets/render-sheet.tsx';
export type { SheetOptions } from './sheets/sheet-context.ts';
export { renderPlacesHead, renderShell, type Site } from './shell.tsx';
export { mapSigns } from './static-map.tsx';
export { renderTranslatePage } from './translate-page.tsx';
