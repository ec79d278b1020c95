/** Counts of each level in each channel, as shapes to draw in a box of 255 × 100. */
const BINS = 128;

export interface Shape { red: string; green: string; blue: string; dark: number; bright: number }

export function histogram(image: HTMLImageElement): Shape {
  const canvas = document.createElement('canvas');
  const width = (canvas.width = Math.min(256, image.naturalWidth));
  const height = (canvas.height = Math.max(1, Math.round((width * image.naturalHeight) / image.naturalWidth)));
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height).data;
  const counts = [new Float64Array(BINS), new Float64Array(BINS), new Float64Array(BINS)];
  let dark = 0;
  let bright = 0;
  for (let k = 0; k < pixels.length; k += 4) {
    for (let c = 0; c < 3; c++) counts[c][(pixels[k + c] * BINS) >> 8]++;
    if (pixels[k] + pixels[k + 1] + pixels[k + 2] < 6) dark++;
    if (pixels[k] + pixels[k + 1] + pixels[k + 2] > 759) bright++;
  }
  const sorted = counts.flatMap((one) => [...one.slice(1, -1)]).sort((a, b) => a - b);
  const top = Math.max(1, sorted[Math.floor(sorted.length * 0.995)] * 1.08);
  const draw = (one: Float64Array) => `M0 100${Array.from(one, (v, k) => `L${((k * 255) / (BINS - 1)).toFixed(1)} ${(100 - 96 * Math.min(1, v / top) ** 0.75).toFixed(1)}`).join('')}L255 100Z`;
  const total = pixels.length / 4;
  return { red: draw(counts[0]), green: draw(counts[1]), blue: draw(counts[2]), dark: dark / total, bright: bright / total };
}
