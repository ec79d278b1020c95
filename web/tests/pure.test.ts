/** Rows of the gallery, the PNG of ids, the event stream, the tree of relatives, keys. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { justify, visible } from '../src/lib/justify.ts';
import { named } from '../src/lib/keys.ts';
import { place, words } from '../src/lib/lineage.ts';
import { decode } from '../src/lib/png.ts';
import { parse } from '../src/lib/stream.ts';

const shapes = (n: number) => Array.from({ length: n }, (_, k) => ({ id: String(k), width: [3, 2, 1, 16][k % 4], height: [2, 3, 1, 9][k % 4] }));

test('rows fill the width, hold every picture once, and keep its shape', () => {
  const rows = justify(shapes(1001), 1200, 190, 6);
  assert.deepEqual(rows.flatMap((row) => row.cells.map((cell) => cell.index)), Array.from({ length: 1001 }, (_, k) => k));
  for (const row of rows.slice(0, -1)) {
    const last = row.cells.at(-1)!;
    assert.ok(Math.abs(last.left + last.width - 1200) < 1e-6);
    assert.ok(row.height <= 190);
  }
  assert.deepEqual(justify(shapes(5), 0, 190, 6), []);
});

test('rows that are there already are kept when more pictures come', () => {
  const some = justify(shapes(300), 1200, 190, 6);
  assert.deepEqual(justify(shapes(1001), 1200, 190, 6, some), justify(shapes(1001), 1200, 190, 6));
});

test('a hundred thousand pictures take well under a second, and only rows in sight are shown', () => {
  const start = performance.now();
  const rows = justify(shapes(100_000), 1200, 190, 6);
  const seen = visible(rows, 500_000, 501_000);
  assert.ok(performance.now() - start < 700);
  assert.ok(seen.length >= 5 && seen.length <= 9);
  assert.ok(seen.every((row) => row.top < 501_000 && row.top + row.height >= 500_000));
});

test('a 16-bit PNG keeps its low bytes, whatever its rows are filtered with', async () => {
  const [width, height] = [5, 5];
  const values = Array.from({ length: width * height }, (_, k) => (k * 773) % 65536);
  const raw = (y: number, x: number) => { const v = values[y * width + (x >> 1)]; return x < 0 || y < 0 ? 0 : x & 1 ? v & 255 : v >> 8; };
  const at = (y: number, x: number) => (x < 0 || y < 0 ? 0 : raw(y, x));
  const paeth = (a: number, b: number, c: number) => { const p = a + b - c; const [pa, pb, pc] = [p - a, p - b, p - c].map(Math.abs); return pa <= pb && pa <= pc ? a : pb <= pc ? b : c; };
  const rows: number[] = [];
  for (let y = 0; y < height; y++) {
    rows.push(y);
    for (let x = 0; x < width * 2; x++) {
      const [a, b, c] = [at(y, x - 2), at(y - 1, x), x < 2 ? 0 : at(y - 1, x - 2)];
      rows.push((at(y, x) - [0, a, b, (a + b) >> 1, paeth(a, b, c)][y]) & 255);
    }
  }
  const chunk = (kind: string, data: Uint8Array) => { const out = Buffer.alloc(data.length + 12); out.writeUInt32BE(data.length, 0); out.write(kind, 4); out.set(data, 8); return out; };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head[8] = 16;
  const png = Buffer.concat([Buffer.alloc(8), chunk('IHDR', head), chunk('IDAT', deflateSync(Uint8Array.from(rows))), chunk('IEND', new Uint8Array())]);
  const read = await decode(new Uint8Array(png).buffer);
  assert.deepEqual([...read.index], values);
});

test('events arrive whole, however the line is cut', async () => {
  const text = ': still here\n\nid: 7\nevent: job\ndata: {"a":1}\n\nretry: 1000\n\nid: 8\r\nevent: picture\r\ndata: one\r\ndata: two\r\n\r\n';
  for (const size of [1, 3, 1000]) {
    const bytes = new TextEncoder().encode(text);
    const body = new ReadableStream<Uint8Array>({
      start(to) { for (let k = 0; k < bytes.length; k += size) to.enqueue(bytes.slice(k, k + size)); to.close(); },
    });
    const heard = [];
    for await (const one of parse(body)) heard.push(one);
    assert.deepEqual(heard, [{ id: '7', event: 'job', data: '{"a":1}' }, { id: '8', event: 'picture', data: 'one\ntwo' }], `cut at ${size}`);
  }
});

test('relatives stand beside each other, and each says what was changed', () => {
  const node = (id: string, edit: unknown, ...children: any[]): any => ({ picture: { id, edit }, children });
  const nodes = place(node('a', null, node('b', { words: 'warmer' }, node('c', { changes: [{ path: ['camera', 'f_number'] }] })), node('d', null)));
  assert.deepEqual(nodes.map((one) => [one.picture.id, one.column, one.row, one.told]), [['a', 0, 0, null], ['b', 1, 0, 'warmer'], ['c', 2, 0, 'f number'], ['d', 1, 1, 'again']]);
  assert.equal(words({ changes: [{ path: 'film.stock' }, { path: 'film.stock' }] }), 'stock');
});

test('keys have one name each', () => {
  const key = (name: string, more: object = {}) => named({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more } as KeyboardEvent);
  assert.equal(key('z', { ctrlKey: true }), 'Mod+Z');
  assert.equal(key('Z', { metaKey: true, shiftKey: true }), 'Mod+Shift+Z');
  assert.equal(key('X', { shiftKey: true }), 'Shift+X');
  assert.equal(key('?', { shiftKey: true }), '?');
  assert.equal(key('ArrowUp', { altKey: true }), 'Alt+ArrowUp');
});
