/** A whole page with the emergency numbers and no address in it, put here by the build in the words of the guide. */
declare const __LAST_RESORT__: string;

/** For when nothing is left: no network, and no copy that can be read. It is text in the worker, which no damage to the caches reaches. */
export const lastResort = () => htmlResponse(__LAST_RESORT__, 503);

export const htmlResponse = (html: BodyInit, status = 200) =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
