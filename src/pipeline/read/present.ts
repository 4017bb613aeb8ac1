/** An object's type with its possibly absent keys made optional. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * Leaves out what is not there, so that it is not written into a page as `undefined` or `null`.
 * @example present({ a: 1, b: undefined }) -> { a: 1 }
 */
export const present = <T extends object>(value: T): Present<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Present<T>;
