/** Which thing is seen at each pixel: the picture's `ids` pass. Browsers cut 16-bit PNGs to 8 bits, so it is read here by hand (PNG, third edition, 9 and 10). */
import { address } from './api';

export interface Ids { width: number; height: number; index: Uint16Array; names: Map<number, string>; boxes: Map<string, Box> }
/** Corners of what a thing fills in the set, metres. */
export interface Box { low: number[]; high: number[] }

interface Table { subjects: { id: string; index: number; instance?: string; low?: number[]; high?: number[] }[] }

export async function fetchIds(picture: string, signal?: AbortSignal): Promise<Ids | null> {
  const [image, table] = await Promise.all(['ids.png', 'ids.json'].map((name) => fetch(address(`api/pictures/${picture}/passes/${name}`), { signal })));
  if (!image.ok || !table.ok) return null;
  const decoded = await decode(await image.arrayBuffer());
  const { subjects } = (await table.json()) as Table;
  const names = new Map(subjects.map((one) => [one.index, one.id]));
  const boxes = new Map(subjects.flatMap((one) => (one.instance && one.low && one.high ? [[one.instance, { low: one.low, high: one.high }] as const] : [])));
  return { ...decoded, names, boxes };
}

/** The thing at a place of the picture, 0 to 1 from the top left. Something thin is found a few pixels off too. */
export function thingAt(ids: Ids, u: number, v: number): string | null {
  const x = Math.min(ids.width - 1, Math.max(0, Math.floor(u * ids.width)));
  const y = Math.min(ids.height - 1, Math.max(0, Math.floor(v * ids.height)));
  for (let reach = 0; reach <= 3; reach++) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== reach) continue;
        const [px, py] = [x + dx, y + dy];
        if (px < 0 || py < 0 || px >= ids.width || py >= ids.height) continue;
        const name = ids.names.get(ids.index[py * ids.width + px]);
        if (name) return name;
      }
    }
  }
  return null;
}

export async function decode(data: ArrayBuffer): Promise<{ width: number; height: number; index: Uint16Array }> {
  const view = new DataView(data);
  const [width, height, depth, kind] = [view.getUint32(16), view.getUint32(20), view.getUint8(24), view.getUint8(25)];
  if (kind !== 0 || (depth !== 8 && depth !== 16)) throw new Error(`ids.png: ${depth} bits of kind ${kind} are not known`);
  const parts: Uint8Array[] = [];
  for (let at = 8; at < data.byteLength; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === 0x49444154) parts.push(new Uint8Array(data, at + 8, length));
    at += length + 12;
  }
  const raw = new Uint8Array(await new Response(new Blob(parts as BlobPart[]).stream().pipeThrough(new DecompressionStream('deflate'))).arrayBuffer());
  const bytes = depth / 8;
  const stride = width * bytes;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) unfilter(raw, out, y, stride, bytes);
  const index = new Uint16Array(width * height);
  for (let k = 0; k < index.length; k++) index[k] = bytes === 2 ? (out[2 * k] << 8) | out[2 * k + 1] : out[k];
  return { width, height, index };
}

function unfilter(raw: Uint8Array, out: Uint8Array, y: number, stride: number, bytes: number): void {
  const from = y * (stride + 1);
  const filter = raw[from];
  const row = y * stride;
  for (let x = 0; x < stride; x++) {
    const a = x >= bytes ? out[row + x - bytes] : 0;
    const b = y ? out[row + x - stride] : 0;
    const c = y && x >= bytes ? out[row + x - stride - bytes] : 0;
    const guess = filter === 0 ? 0 : filter === 1 ? a : filter === 2 ? b : filter === 3 ? (a + b) >> 1 : paeth(a, b, c);
    out[row + x] = raw[from + 1 + x] + guess;
  }
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
