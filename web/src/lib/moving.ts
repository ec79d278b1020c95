/** Moving things by hand: what rests on a thing moves along, and the stage finds the nearest spot that is free (as `diorama.scene.layout.moved` does). */
import type { Place, Scene } from './types';

export function moveThing(scene: Scene, name: string, x: number, y: number): Scene {
  const layout = scene.layout!;
  const here = layout.places[name];
  const [dx, dy] = [x - here.x, y - here.y];
  const places: Record<string, Place> = { ...layout.places };
  for (const one of [name, ...load(layout.places, name)]) places[one] = { ...places[one], x: tidy(places[one].x + dx), y: tidy(places[one].y + dy), moved: one === name && here.host === null ? [tidy((here.moved?.[0] ?? 0) + dx), tidy((here.moved?.[1] ?? 0) + dy)] : places[one].moved };
  return { ...scene, layout: { ...layout, places } };
}

/** What a hand takes hold of: the thing itself; of several of a kind, what they rest on together (the bowl with its lemons). */
export function movable(scene: Scene, id: string): string | null {
  for (let name: string | null = `${id}.0`; name; name = scene.layout?.places[name]?.host ?? null) {
    const of = name.split('.')[0];
    if (scene.subjects.find((one) => one.id === of)?.count === 1) return name;
  }
  return null;
}

/** All that rests on a thing, directly or on other things. */
export function load(places: Record<string, Place>, host: string): string[] {
  const found: string[] = [];
  const waiting = [host];
  while (waiting.length) {
    const below = waiting.pop()!;
    for (const [name, place] of Object.entries(places)) {
      if (place.host === below && !found.includes(name)) {
        found.push(name);
        waiting.push(name);
      }
    }
  }
  return found;
}

/** Tenths of a millimetre. */
const tidy = (metres: number): number => Math.round(metres * 1e4) / 1e4;
