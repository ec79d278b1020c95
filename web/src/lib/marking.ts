/** Marking a part of a picture: strokes, rectangles, lassos and clicks on a sheet of the picture's own size. What is marked is opaque. */
import type { Ids } from './ids';

export type Tool = 'brush' | 'box' | 'lasso' | 'click';
export interface Spot { x: number; y: number }
export const RED = [255, 70, 70] as const;
const PEN = `rgb(${RED.join(' ')})`;

export function stroke(sheet: CanvasRenderingContext2D, from: Spot, to: Spot, width: number, takes: boolean): void {
  draw(sheet, takes, () => {
    sheet.lineCap = 'round';
    sheet.lineWidth = width;
    sheet.beginPath();
    sheet.moveTo(from.x, from.y);
    sheet.lineTo(to.x, to.y + 0.01);
    sheet.stroke();
  });
}

export function area(sheet: CanvasRenderingContext2D, corners: Spot[], takes: boolean): void {
  draw(sheet, takes, () => {
    sheet.beginPath();
    corners.forEach((at, k) => (k ? sheet.lineTo(at.x, at.y) : sheet.moveTo(at.x, at.y)));
    sheet.closePath();
    sheet.fill();
  });
}

export const corners = (a: Spot, b: Spot): Spot[] => [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];

export function invert(sheet: CanvasRenderingContext2D): void {
  sheet.globalCompositeOperation = 'xor';
  sheet.fillStyle = PEN;
  sheet.fillRect(0, 0, sheet.canvas.width, sheet.canvas.height);
}

/** The pixels of a map (1: marked) of any size, laid over the sheet. */
export function lay(sheet: CanvasRenderingContext2D, map: Uint8Array, width: number, height: number, takes: boolean): void {
  const small = Object.assign(document.createElement('canvas'), { width, height });
  const brush = small.getContext('2d')!;
  const pixels = brush.createImageData(width, height);
  for (let k = 0; k < map.length; k++) if (map[k]) pixels.data.set([...RED, 255], 4 * k);
  brush.putImageData(pixels, 0, 0);
  draw(sheet, takes, () => {
    sheet.imageSmoothingEnabled = false;
    sheet.drawImage(small, 0, 0, sheet.canvas.width, sheet.canvas.height);
  });
}

/** A thing of the picture's exact passes. */
export function thing(ids: Ids, id: string): Uint8Array {
  const wanted = new Set([...ids.names].filter(([, name]) => name === id).map(([index]) => index));
  return Uint8Array.from(ids.index, (index) => (wanted.has(index) ? 1 : 0));
}

/** What joins a place and is of its colour: `reach` is how far each channel may be off, 0 to 255. */
export function similar(picture: ImageData, at: Spot, reach: number): Uint8Array {
  const { width, height, data } = picture;
  const found = new Uint8Array(width * height);
  const start = Math.min(height - 1, Math.max(0, Math.floor(at.y))) * width + Math.min(width - 1, Math.max(0, Math.floor(at.x)));
  const near = (k: number) => Math.max(...[0, 1, 2].map((c) => Math.abs(data[4 * k + c] - data[4 * start + c]))) <= reach;
  const open = [start];
  found[start] = 1;
  while (open.length) {
    const k = open.pop()!;
    const x = k % width;
    for (const [next, inside] of [[k - 1, x > 0], [k + 1, x < width - 1], [k - width, k >= width], [k + width, k + width < found.length]] as const) {
      if (inside && !found[next] && near(next)) {
        found[next] = 1;
        open.push(next);
      }
    }
  }
  return found;
}

/** White on black, as the server takes it; null where nothing is marked. */
export function asMask(sheet: CanvasRenderingContext2D): string | null {
  const { width, height } = sheet.canvas;
  const marked = sheet.getImageData(0, 0, width, height);
  let any = false;
  for (let k = 0; k < marked.data.length; k += 4) {
    const white = marked.data[k + 3] > 127;
    any ||= white;
    marked.data.fill(white ? 255 : 0, k, k + 3);
    marked.data[k + 3] = 255;
  }
  if (!any) return null;
  const out = Object.assign(document.createElement('canvas'), { width, height });
  out.getContext('2d')!.putImageData(marked, 0, 0);
  return out.toDataURL('image/png');
}

/** A mask that was kept, as marks again. */
export async function asMarks(sheet: CanvasRenderingContext2D, mask: string): Promise<void> {
  const image = new Image();
  image.src = mask;
  await image.decode();
  sheet.drawImage(image, 0, 0);
  const shown = sheet.getImageData(0, 0, sheet.canvas.width, sheet.canvas.height);
  for (let k = 0; k < shown.data.length; k += 4) shown.data.set([...RED, shown.data[k] > 127 ? 255 : 0], k);
  sheet.putImageData(shown, 0, 0);
}

function draw(sheet: CanvasRenderingContext2D, takes: boolean, act: () => void): void {
  sheet.globalCompositeOperation = takes ? 'destination-out' : 'source-over';
  sheet.strokeStyle = sheet.fillStyle = PEN;
  act();
}
