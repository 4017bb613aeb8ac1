/** The package comes without types; this is the part of it that we use. */
declare module 'subset-font' {
  interface Options {
    targetFormat: 'woff2';
    /** Entries of the font's name table to keep, by number. */
    preserveNameIds?: number[];
  }
  export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
}
