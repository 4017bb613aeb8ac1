/** Letters that a font of ours always has, so that a word added tomorrow does not change the file on every phone. */

/** By ISO 15924 script; a script that is not here has no font (see language-fonts.ts). */
export const ALPHABETS: Readonly<Record<string, string>> = {
  Arab: `${range(0x621, 0x63a)}${range(0x641, 0x655)}،؛؟ـٰٹٺټپځڅچډڈڑړڕږژښڤکګگڼںڵھہۀۂۃەةۆۇۉۋیۍێېےۓى۔\u200c\u200d`,
  Ethi: range(0x1200, 0x1357) + range(0x135d, 0x137c),
};

/** All characters from one code point to another; what Unicode leaves empty between them does no harm. */
function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}
