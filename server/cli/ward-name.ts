/** Whether a text is a ward's id, as ward files write it. */
export function isWardName(text: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(text);
}
