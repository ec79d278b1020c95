/** The geometry of the set: where the camera stands, what it sees, and how to look at it all from outside. Metres; x right, y away, z up. */
import type { Scene } from './types';

export type Point = [number, number, number];

const sub = (a: number[], b: number[]): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const cross = (a: number[], b: number[]): Point => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const unit = (a: number[]): Point => {
  const l = Math.hypot(...a) || 1;
  return [a[0] / l, a[1] / l, a[2] / l];
};

/** Half angles of the frame as tangents: 36 mm is the long side. */
export function frame(scene: Scene): { x: number; y: number } {
  const [w, h] = scene.camera.aspect;
  const long = 18 / scene.camera.focal_length;
  return w >= h ? { x: long, y: (long * h) / w } : { x: (long * w) / h, y: long };
}

interface Axes { eye: Point; ahead: Point; right: Point; above: Point; half: { x: number; y: number }; shift: { x: number; y: number } }

function axes(scene: Scene): Axes | null {
  const view = scene.layout?.viewpoint;
  if (!view) return null;
  const ahead = unit(sub(view.target, view.eye));
  const up: Point = Math.abs(ahead[2]) > 0.999 ? [0, 1, 0] : [0, 0, 1];
  const level = unit(cross(ahead, up));
  const upright = cross(level, ahead);
  const roll = (scene.camera.roll * Math.PI) / 180;
  const mix = (a: Point, b: Point, c: number, s: number): Point => [a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s];
  const half = frame(scene);
  const long = 2 * Math.max(half.x, half.y);
  const shift = { x: view.shift_x * long, y: view.shift_y * long };
  return { eye: view.eye as Point, ahead, right: mix(level, upright, Math.cos(roll), Math.sin(roll)), above: mix(upright, level, Math.cos(roll), -Math.sin(roll)), half, shift };
}

/** The direction in which the camera sees a place of the picture (0 to 1 from the top left). */
export function ray(scene: Scene, u: number, v: number): { from: Point; to: Point } | null {
  const camera = axes(scene);
  if (!camera) return null;
  const { eye, ahead, right, above, half, shift } = camera;
  const x = (2 * u - 1) * half.x + shift.x;
  const y = (1 - 2 * v) * half.y + shift.y;
  return { from: eye, to: [0, 1, 2].map((k) => ahead[k] + right[k] * x + above[k] * y) as Point };
}

/** Where in the picture a point is seen (0 to 1 from the top left), and how far away, metres along the view. */
export function seenAt(scene: Scene, point: readonly number[]): { u: number; v: number; depth: number } | null {
  const camera = axes(scene);
  if (!camera) return null;
  const to = sub(point as number[], camera.eye);
  const dot = (a: readonly number[]) => to[0] * a[0] + to[1] * a[1] + to[2] * a[2];
  const depth = dot(camera.ahead);
  if (depth <= 1e-6) return null;
  const [x, y] = [dot(camera.right) / depth - camera.shift.x, dot(camera.above) / depth - camera.shift.y];
  return { u: (x / camera.half.x + 1) / 2, v: (1 - y / camera.half.y) / 2, depth };
}

/** Where the camera's look meets the level at height z; null where it passes over it. */
export function onLevel(scene: Scene, u: number, v: number, z: number): Point | null {
  const look = ray(scene, u, v);
  if (!look || Math.abs(look.to[2]) < 1e-6) return null;
  const t = (z - look.from[2]) / look.to[2];
  return t > 0 && t < 1e4 ? [look.from[0] + look.to[0] * t, look.from[1] + look.to[1] * t, z] : null;
}

/** A look at the set from outside, without perspective: turned about the upright and tipped down (90° is a plan). Degrees. */
export interface Orbit { turn: number; tip: number; scale: number; centre: Point }

export function project(orbit: Orbit, [x, y, z]: readonly number[]): { x: number; y: number; depth: number } {
  const [a, b] = [(orbit.turn * Math.PI) / 180, (orbit.tip * Math.PI) / 180];
  const [dx, dy, dz] = [x - orbit.centre[0], y - orbit.centre[1], z - orbit.centre[2]];
  const across = dx * Math.cos(a) + dy * Math.sin(a);
  const away = -dx * Math.sin(a) + dy * Math.cos(a);
  return { x: across * orbit.scale, y: -(away * Math.sin(b) + dz * Math.cos(b)) * orbit.scale, depth: away * Math.cos(b) - dz * Math.sin(b) };
}

/** The point at height z that is drawn at (sx, sy). */
export function unproject(orbit: Orbit, sx: number, sy: number, z: number): Point {
  const [a, b] = [(orbit.turn * Math.PI) / 180, (orbit.tip * Math.PI) / 180];
  const across = sx / orbit.scale;
  const away = (-sy / orbit.scale - (z - orbit.centre[2]) * Math.cos(b)) / Math.sin(b);
  return [across * Math.cos(a) - away * Math.sin(a) + orbit.centre[0], across * Math.sin(a) + away * Math.cos(a) + orbit.centre[1], z];
}

/** The unit vector towards a light: azimuth from behind the camera, right is positive. The camera's own side is -y. */
export function towards(azimuth: number, elevation: number): Point {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
  return [Math.sin(a) * Math.cos(e), -Math.cos(a) * Math.cos(e), Math.sin(e)];
}
