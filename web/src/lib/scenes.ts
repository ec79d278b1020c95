/** Places in a scene. A path names things by id ("lighting.lights.l1.azimuth") and list members by place ("camera.aspect.0"). Nothing is changed in place. */
import type { Scene } from './types';

type Node = Record<string, unknown> | unknown[];

function step(node: Node, key: string): string | number {
  if (!Array.isArray(node)) return key;
  const byId = node.findIndex((one) => (one as { id?: string })?.id === key);
  return byId >= 0 ? byId : Number(key);
}

/** Places of layout are named "mug.0": the last two steps belong together. */
function steps(path: string): string[] {
  const layout = /^(layout\.places)\.([^.]+\.\d+)(?:\.(.+))?$/.exec(path);
  return layout ? [...layout[1].split('.'), layout[2], ...(layout[3]?.split('.') ?? [])] : path.split('.');
}

export function look(scene: Scene, path: string): unknown {
  let node: unknown = scene;
  for (const key of steps(path)) {
    if (node === null || typeof node !== 'object') return undefined;
    node = (node as Record<string | number, unknown>)[step(node as Node, key)];
  }
  return node;
}

export function put(scene: Scene, path: string, value: unknown): Scene {
  return set(scene as unknown as Node, steps(path), value) as unknown as Scene;
}

function set(node: Node, path: string[], value: unknown): Node {
  const key = step(node, path[0]);
  const held = (node as Record<string | number, unknown>)[key];
  const next = path.length === 1 ? value : set(held as Node, path.slice(1), value);
  if (Array.isArray(node)) return node.map((one, index) => (index === key ? next : one));
  return { ...node, [key]: next };
}

/** Where two scenes differ, as paths with what the second holds. A list that grew or shrank is one place. Of what the engine settled
 * only moves count: the server knows what else of it an edit leaves in place. */
export function differences(before: Scene, after: Scene): { path: string; value: unknown }[] {
  const found: { path: string; value: unknown }[] = [];
  walk('', { ...before, layout: null }, { ...after, layout: null }, found);
  for (const [name, place] of Object.entries(after.layout?.places ?? {})) {
    const old = before.layout?.places[name];
    if (old && old !== place) walk(`.layout.places.${name}`, old, place, found);
  }
  return found;
}

function walk(path: string, a: unknown, b: unknown, found: { path: string; value: unknown }[]): void {
  if (a === b) return;
  const both = a !== null && b !== null && typeof a === 'object' && typeof b === 'object' && Array.isArray(a) === Array.isArray(b);
  if (both && Array.isArray(a) && Array.isArray(b)) {
    const ids = (list: unknown[]) => list.map((one) => (one as { id?: string })?.id ?? '').join();
    if (a.length === b.length && a.length > 0 && ids(a) === ids(b) && typeof a[0] === 'object') {
      a.forEach((one, index) => walk(`${path}.${(one as { id?: string }).id ?? index}`, one, b[index], found));
    } else if (JSON.stringify(a) !== JSON.stringify(b)) found.push({ path: path.slice(1), value: b });
  } else if (both && Object.keys(a as object).sort().join() === Object.keys(b as object).sort().join()) {
    for (const key of Object.keys(a as object)) walk(`${path}.${key}`, (a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], found);
  } else if (JSON.stringify(a) !== JSON.stringify(b)) found.push({ path: path.slice(1), value: b });
}

/** A new id beside those there are: l1, l2 … */
export function fresh(ids: string[], letter: string): string {
  let number = ids.length + 1;
  while (ids.includes(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}
