// Positions of sun and moon to well under a minute of time for 1900–2100 (J. Meeus, Astronomical Algorithms, ch. 25 and 49).

const RAD = Math.PI / 180;
/** Julian day of 01/01/1970 00:00 UTC. */
const EPOCH_JD = 2_440_587.5;
const HOURS = 24;

/** Terms of the true new moon: days, power of the eccentricity factor, multiples of sun's and moon's anomaly, latitude and node. */
const TERMS: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
];

/** Day number (days since 01/01/1970, at the offset's midnight) of the new moon number `k`, 0 is that of 06/01/2000. */
export function newMoonDay(k: number, offsetHours: number): number {
  return dayNumberOf(newMoonJde(k), offsetHours);
}

/** The number of the last new moon that may fall on or before a day. */
export function newMoonNear(dayNumber: number): number {
  return Math.floor((dayNumber + EPOCH_JD - 2_451_550.1) / 29.530588861) + 1;
}

/** Which twelfth of the ecliptic the sun stands in when a day begins: 0 from the spring equinox, 9 from the winter solstice. */
export function sunSector(dayNumber: number, offsetHours: number): number {
  const jd = dayNumber + EPOCH_JD - offsetHours / HOURS;
  const t = (jd + clockDelayDays(jd) - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t;
  const anomaly = (357.52911 + 35_999.05029 * t - 0.0001537 * t * t) * RAD;
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const node = (125.04 - 1934.136 * t) * RAD;
  const longitude = mean + centre - 0.00569 - 0.00478 * Math.sin(node);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

function newMoonJde(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const mean =
    2_451_550.09766 + 29.530588861 * k + 0.00015437 * t2 - 0.00000015 * t2 * t + 0.00000000073 * t2 * t2;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t2;
  const sun = (2.5534 + 29.1053567 * k - 0.0000014 * t2 - 0.00000011 * t2 * t) * RAD;
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t2 + 0.00001238 * t2 * t) * RAD;
  const latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t2 - 0.00000227 * t2 * t) * RAD;
  const node = (124.7746 - 1.56375588 * k + 0.0020672 * t2 + 0.00000215 * t2 * t) * RAD;
  const corrections = TERMS.map(
    ([days, power, ofSun, ofMoon, ofLatitude]) =>
      days * eccentricity ** power * Math.sin(ofSun * sun + ofMoon * moon + ofLatitude * latitude),
  );
  const planets = 0.000325 * Math.sin((299.77 + 0.107408 * k - 0.009173 * t2) * RAD);
  return corrections.reduce((sum, one) => sum + one, mean - 0.00017 * Math.sin(node) + planets);
}

function dayNumberOf(jde: number, offsetHours: number): number {
  return Math.floor(jde - clockDelayDays(jde) - EPOCH_JD + offsetHours / HOURS);
}

/** How far the clock lags behind even time (ΔT), days; a parabola fitted to 1900–2100 within 20 s of the record. */
function clockDelayDays(jd: number): number {
  const y = (jd - 2_451_545) / 365.25;
  const seconds = y < 0 ? 63.8 + 0.55 * y : 63.8 + 0.2 * y + 0.004 * y * y;
  return seconds / 86_400;
}
