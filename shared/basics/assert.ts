/** States what must hold; a false condition is a bug of ours and throws. */
export function assert(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${why}`);
}

/** Marks a place the compiler proves cannot be reached. */
export function unreachable(value: never): never {
  throw new Error(`Bug: reached with ${JSON.stringify(value)}`);
}
