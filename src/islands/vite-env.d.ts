/** Vite puts the value in; in a built page the question is gone. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
