/** Colours of light and of things, for showing them. */

/** The colour of a black body, roughly (Tanner Helland's fit to Mitchell Charity's table), as CSS. */
export function kelvin(k: number): string {
  const t = k / 100;
  const red = t <= 66 ? 255 : 329.7 * (t - 60) ** -0.1332;
  const green = t <= 66 ? 99.47 * Math.log(t) - 161.12 : 288.12 * (t - 60) ** -0.0755;
  const blue = t >= 66 ? 255 : t <= 19 ? 0 : 138.52 * Math.log(t - 10) - 305.04;
  return `rgb(${[red, green, blue].map((v) => Math.round(Math.max(0, Math.min(255, v)))).join(' ')})`;
}

/** A slider's track from candle to shade. */
export const WARMTH_TRACK = `linear-gradient(to right, ${[1800, 2400, 3200, 4300, 5500, 6800, 8500, 11000].map(kelvin).join(', ')})`;

/** Common colours by name, as the lexicon has them; a colour between them keeps its hex as its name. */
const NAMED: [string, string][] = [
  ['white', '#f2f2f0'], ['grey', '#808080'], ['black', '#111111'], ['red', '#c1272d'], ['orange', '#e8792b'], ['yellow', '#f2c230'], ['green', '#3c7a3f'],
  ['teal', '#1f7a78'], ['blue', '#2459a8'], ['purple', '#6a3f98'], ['pink', '#ea94ab'], ['brown', '#6b4529'], ['beige', '#d9c7a5'], ['cream', '#f3e9d2'],
];
export const SWATCHES = NAMED.map(([name, hex]) => ({ name, hex }));

export const nameOf = (hex: string): string => NAMED.find(([, known]) => known === hex)?.[0] ?? hex;
