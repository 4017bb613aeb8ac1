/**
 * The oldest browsers the guide is built for: every page complete, styled, livelier, and kept without a connection.
 * Below them pages stay plain HTML that can be read. Only the map that moves asks for more (MAP_TARGET in vite-plugin.ts).
 *
 * Why these: a phone with Android 5 ends at Chrome 95, with Android 6 at 106, with Android 7 at 119, so any of the last ten years
 * that took its updates is above. 87 is the first Chrome that knows the short logical properties (`padding-inline`), without which
 * pages from right to left would need a style of their own. Versions as in MDN's browser-compat-data; `safari_ios` is iOS 14.5.
 */
export const OLDEST = { chrome_android: 87, firefox_android: 79, safari_ios: 14.5 } as const;

export type Engine = keyof typeof OLDEST;

/**
 * Pages' scripts are written in the language of this year, which all of OLDEST know but for one fault: Chrome before 91 spreads wrongly
 * in an optional call (`call?.(...list)`).
 */
export const SCRIPT_TARGET = 'es2020';

/** Scripts that nothing stands behind when they cannot be read. */
export const ALONE_TARGET = 'es2017';
