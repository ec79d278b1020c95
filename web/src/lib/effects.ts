/** What a phrase did, in words: `subjects.s1.surface.material=stoneware` becomes "mug: stoneware". */
import type { Phrase, Scene, Subject, Surface } from './types';

const NAMES: Record<string, string> = {
  thing: 'is built', count: 'count', colours: 'colour', material: 'material', pattern: 'pattern', finish: 'finish', shape: 'shape', scale: 'size', states: 'state',
  labels: 'reads', styles: 'is', contents: 'holds', depicts: 'shows', focal_length: 'lens', f_number: 'aperture', framing: 'framing', angle: 'angle', aspect: 'shape of the picture',
  azimuth: 'comes from', elevation: 'height', kelvin: 'warmth', quality: 'quality', source: 'source', strength: 'strength', role: 'role', time: 'time', hour: 'hour',
  mood: 'mood', shadow: 'shadows', setting: 'place', ground: 'ground', backdrop: 'backdrop', features: 'with', weather: 'weather', haze: 'haze', wetness: 'wetness',
  season: 'season', stock: 'film', composition: 'composition', focus: 'focus', deep_focus: 'everything sharp', ground_shape: 'ground', monochrome: 'black and white',
};

export const plain = (word: string): string => word.replaceAll('_', ' ').replace(/^([a-z ]+):(\w)/, '$1 $2');

/** The side that light comes from, as the photographer sees it. */
export function side(azimuth: number): string {
  const a = ((((azimuth + 180) % 360) + 360) % 360) - 180;
  const across = a < 0 ? 'left' : 'right';
  if (Math.abs(a) <= 20) return 'the front';
  if (Math.abs(a) >= 160) return 'behind';
  if (Math.abs(a) < 60) return `the front ${across}`;
  if (Math.abs(a) > 120) return `behind ${across}`;
  return `the ${across}`;
}

/** Values with their units. */
const UNITS: Record<string, (value: string) => string> = {
  azimuth: (value) => side(Number(value)), elevation: (value) => `${value}°`, kelvin: (value) => `${value} K`, focal_length: (value) => `${value} mm`,
  f_number: (value) => `f/${value}`, aspect: (value) => value.replace(/[^\d]+/g, ' ').trim().replace(' ', ':'),
};

/** What to call a subject: its noun, numbered where several share it. */
export function called(scene: Scene, id: string): string {
  const subject = scene.subjects.find((one) => one.id === id);
  if (!subject) return plain(id);
  const same = scene.subjects.filter((one) => one.noun === subject.noun);
  return same.length > 1 ? `${plain(subject.noun)} ${same.indexOf(subject) + 1}` : plain(subject.noun);
}

function one(effect: string, scene: Scene): string {
  const at = effect.indexOf('=');
  const [path, value] = [effect.slice(0, at), effect.slice(at + 1)];
  if (path === 'relations') return value.split(' ').map((word) => called(scene, word)).join(' ');
  const steps = path.split('.');
  const leaf = steps.at(-1)!;
  const name = NAMES[leaf] ?? plain(leaf);
  const told = (UNITS[leaf] ?? plain)(value);
  if (steps[0] !== 'subjects') return `${name}: ${told}`;
  const owner = called(scene, steps[1]);
  return leaf === 'thing' ? owner : `${owner}, ${name}: ${told}`;
}

export function effects(phrase: Phrase, scene: Scene): string {
  if (phrase.status === 'not_understood') return 'not understood';
  if (phrase.status === 'no_effect') return 'changes nothing in the picture';
  if (!phrase.effect.length) return 'joins other words';
  return [...new Set(phrase.effect.map((effect) => one(effect, scene)))].join(' · ') + (phrase.status === 'stand-in' ? ' (stood in for)' : '');
}

/** With a capital at its head. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How a thing looks; people and animals have no surface of their own. */
export const surfaceOf = (subject?: Subject): Surface | null => (subject?.kind === 'object' ? subject.surface : null);
export const colourOf = (subject?: Subject): string | undefined => surfaceOf(subject)?.colours[0]?.hex;
