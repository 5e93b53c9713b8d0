/** A type with a body; `v` 2 is of a program of tomorrow. */
export type SomeFact = { readonly type: string; readonly body: object; readonly v?: number };
