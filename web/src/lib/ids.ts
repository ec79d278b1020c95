/** Which thing is seen at each pixel: the picture's `ids` pass. */
import { address, reached } from './api';
import { decode } from './png';

export interface Ids { width: number; height: number; index: Uint16Array; names: Map<number, string>; boxes: Map<string, Box> }
/** Corners of what a thing fills in the set, metres. */
export interface Box { low: number[]; high: number[] }

interface Table { subjects: { id: string; index: number; instance?: string; low?: number[]; high?: number[] }[] }

export async function fetchIds(picture: string, signal?: AbortSignal): Promise<Ids | null> {
  const [image, table] = await Promise.all(['ids.png', 'ids.json'].map((name) => reached(fetch(address(`api/pictures/${picture}/passes/${name}`), { signal }))));
  if (!image.ok || !table.ok) return null;
  const decoded = await decode(await reached(image.arrayBuffer()));
  const { subjects } = (await reached(table.json())) as Table;
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
