/** Whether a print is out by its state alone; the second statement knows no failures that leave it open. */
export function isOut({ state }: Readonly<Record<string, unknown>>): boolean {
  return ['queued', 'spooled', 'confirmed'].includes(String(state));
}
