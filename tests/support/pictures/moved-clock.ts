// The pictures show a working morning whenever they are made: every program's clock is moved by the same span.

/** Friday, 20 November 2026, 08:12 in the ward. */
const MORNING_MS = Date.UTC(2026, 10, 20, 1, 12);

/** How far every clock is moved, from the moment this is first read. */
const movedMs = MORNING_MS - Date.now();

/**
 * Script that moves `Date` in the program or page it runs in; `movedMore` of the global object moves it further, in ms. The
 * monotonic clock goes along: a clock that merely jumps away from it is seen, told and put right after the district's.
 */
export const MOVE_CLOCK = `{
  const Real = Date;
  const more = () => globalThis.movedMore ?? 0;
  const now = () => Real.now() + ${movedMs} + more();
  const steady = performance.now.bind(performance);
  performance.now = () => steady() + more();
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [now()] : given));
    }
    static now() {
      return now();
    }
  };
}`;

/** Lets every Node program started from here on begin with its clock moved. */
export function moveClockOfPrograms(): void {
  process.env['NODE_OPTIONS'] = `--import=data:text/javascript,${encodeURIComponent(MOVE_CLOCK)}`;
}
