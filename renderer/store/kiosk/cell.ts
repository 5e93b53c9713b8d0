import type { KioskState, KioskStep } from './kiosk-state.ts';

/** The kiosk's state as its parts read and change it. `goTo` rests after each step, so that a bouncing finger presses nothing. */
export type Cell = {
  readonly get: () => KioskState;
  readonly set: (change: Partial<KioskState>) => void;
  readonly goTo: (step: KioskStep, change?: Partial<KioskState>) => void;
};
