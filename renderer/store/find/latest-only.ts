/**
 * Runs a slow question for one text at a time, and of the texts that came meanwhile only the last: who types on has no use
 * for the others, and they would only make the last one wait. What is returned ends when the last text is answered.
 * @param ask never rejects
 */
export function latestOnly(ask: (text: string) => Promise<void>): (text: string) => Promise<void> {
  let next: string | null = null;
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (next !== null) {
      const text = next;
      next = null;
      await ask(text);
    }
    running = null;
  };
  return (text) => {
    next = text;
    running ??= run();
    return running;
  };
}
