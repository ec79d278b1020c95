/** Films, as options of an engine: what is chosen by hand, else what the words ask for, else as usual. A test holds the moves against the engine's. */
import type { Reading } from './types';

export type Options = Record<string, string | number | boolean>;
export const MOVES = ['orbit', 'dolly_in', 'dolly_out', 'pan_left', 'pan_right', 'crane_up', 'crane_down', 'daylight'];
export const USUAL = { seconds: 3, fps: 12, hours: 2 };
const OF_A_FILM = ['move', 'seconds', 'fps', 'amount', 'hours'];

export interface Film { move: string; seconds: number; fps: number; hours: number }

/** The film that would be made; null for a picture. */
export function film(options: Options, words: Reading['filmed']): Film | null {
  const move = options.move ?? words?.move ?? 'none';
  if (move === 'none') return null;
  const told = { ...USUAL, ...Object.fromEntries(Object.entries(words ?? {}).filter(([, value]) => value !== null)) } as typeof USUAL;
  const number = (field: keyof typeof USUAL) => Number(options[field] ?? told[field]);
  return { move: String(move), seconds: number('seconds'), fps: number('fps'), hours: number('hours') };
}

/** The options with another move; with none of one's own (''), or a picture, nothing else of a film stays. */
export function moved(options: Options, move: string): Options {
  const others = Object.fromEntries(Object.entries(options).filter(([name]) => !OF_A_FILM.includes(name)));
  if (move === '' || move === 'none') return move ? { ...others, move } : others;
  const { move: _, amount: __, ...kept } = options;
  return { ...kept, move };
}
