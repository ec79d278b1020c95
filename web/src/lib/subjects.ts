/** Things of a scene: taking one out takes along what speaks of it. */
import type { Scene } from './types';

export function without(scene: Scene, id: string): Scene {
  const { camera, layout } = scene;
  const places = layout && Object.fromEntries(Object.entries(layout.places).filter(([name, place]) => !name.startsWith(`${id}.`) && !place.host?.startsWith(`${id}.`)));
  return {
    ...scene,
    subjects: scene.subjects.filter((subject) => subject.id !== id),
    relations: scene.relations.filter((relation) => relation.subject !== id && !relation.objects.includes(id)),
    lighting: { ...scene.lighting, lights: scene.lighting.lights.filter((light) => light.subject !== id) },
    camera: camera.focus === id ? { ...camera, focus: null } : camera,
    layout: layout && { ...layout, places: places! },
  };
}
