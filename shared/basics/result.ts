/** The outcome of something that may be refused by the rules or fail in the world; bugs throw instead. */
export type Result<T, E> = Ok<T> | Err<E>;
type Ok<T> = { readonly ok: true; readonly value: T };
type Err<E> = { readonly ok: false; readonly error: E };

/** Wraps a success. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** Wraps a refusal or a fault. */
export const err = <E>(error: E): Err<E> => ({ ok: false, error });
