/** What happened, what it means, what to do: the three sentences of every trouble. */
export function say(
  what: string,
  means: string,
  todo: string,
): { readonly what: string; readonly means: string; readonly todo: string } {
  return { what, means, todo };
}
