/** Vite puts the value in; in a built page the question is gone. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}

/** The minified text of a style. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
