/** A due date from the instant it came into force, and what brought it. */
export type DueChange = {
  readonly from: string;
  readonly dueAt: string;
  readonly by: 'pause' | 'extension' | 'decision';
};
