/** Drawing things of the picture apart: an outline around one, or a cut-out of it to carry about. */
import type { Ids } from './ids';

const isThing = (ids: Ids, id: string): Uint8Array => {
  const wanted = new Set([...ids.names].filter(([, name]) => name === id).map(([index]) => index));
  const mask = new Uint8Array(ids.index.length);
  for (let k = 0; k < mask.length; k++) mask[k] = wanted.has(ids.index[k]) ? 1 : 0;
  return mask;
};

/** The border of a thing, as wide as `reach` pixels of the pass. */
export function outline(canvas: HTMLCanvasElement, ids: Ids, id: string, colour: [number, number, number], reach = 2): void {
  canvas.width = ids.width;
  canvas.height = ids.height;
  const context = canvas.getContext('2d')!;
  const picture = context.createImageData(ids.width, ids.height);
  const mask = isThing(ids, id);
  for (let y = 0; y < ids.height; y++) {
    for (let x = 0; x < ids.width; x++) {
      const k = y * ids.width + x;
      if (mask[k] || !near(mask, ids.width, ids.height, x, y, reach)) continue;
      picture.data.set([...colour, 255], 4 * k);
    }
  }
  context.putImageData(picture, 0, 0);
}

function near(mask: Uint8Array, width: number, height: number, x: number, y: number, reach: number): boolean {
  for (let dy = -reach; dy <= reach; dy++) {
    const py = y + dy;
    if (py < 0 || py >= height) continue;
    for (let dx = -reach; dx <= reach; dx++) {
      const px = x + dx;
      if (px >= 0 && px < width && mask[py * width + px] && dx * dx + dy * dy <= reach * reach) return true;
    }
  }
  return false;
}

/** The thing alone, cut from the picture; its lowest middle point as a share of the picture. */
export function cutOut(image: CanvasImageSource, ids: Ids, id: string): { address: string; foot: { u: number; v: number } } {
  const canvas = document.createElement('canvas');
  canvas.width = ids.width;
  canvas.height = ids.height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0, ids.width, ids.height);
  const picture = context.getImageData(0, 0, ids.width, ids.height);
  const mask = isThing(ids, id);
  let [low, left, right] = [0, ids.width, 0];
  for (let k = 0; k < mask.length; k++) {
    if (!mask[k]) picture.data[4 * k + 3] = 0;
    else {
      const x = k % ids.width;
      low = Math.max(low, Math.floor(k / ids.width));
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
  }
  context.putImageData(picture, 0, 0);
  return { address: canvas.toDataURL(), foot: { u: (left + right) / 2 / ids.width, v: low / ids.height } };
}
