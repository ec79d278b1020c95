/** Reading a grey PNG of 8 or 16 bits, whole: browsers cut 16-bit pictures to 8 bits (PNG, third edition, 9 and 10). */
export interface Grey { width: number; height: number; index: Uint16Array }

export async function decode(data: ArrayBuffer): Promise<Grey> {
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
