/** Places in the prompt. The server counts characters (code points), a text field UTF-16 units; and words move while one types. */
import type { Diagnostic, Layer, Phrase, Reading } from './types';

const ASTRAL = /[\u{10000}-\u{10ffff}]/u;

/** The reading with every place counted in UTF-16 units, as `String.slice` counts, and words that only set the place shown as environment. */
export function inUnits(told: Reading): Reading {
  const reading = { ...told, phrases: told.phrases.map(home) };
  if (!ASTRAL.test(reading.prompt)) return reading;
  const units = [0];
  for (const character of reading.prompt) units.push(units.at(-1)! + character.length);
  return {
    ...reading,
    phrases: reading.phrases.map((phrase) => ({ ...phrase, start: units[phrase.start], end: units[phrase.end] })),
    diagnostics: reading.diagnostics.map((told) => ({ ...told, span: told.span && [units[told.span[0]], units[told.span[1]]] })),
  };
}

/** A table that carries the subject is the ground: its words set nothing but the environment. */
function home(phrase: Phrase): Phrase {
  const place = phrase.layer === 'subject' && phrase.effect.length > 0 && phrase.effect.every((effect) => effect.startsWith('environment.') || /^relations=\S+ on ground$/.test(effect));
  return place ? { ...phrase, layer: 'environment' } : phrase;
}

/** What still holds of a reading after the text changed in one place: phrases before it stay, phrases behind it move along. */
export function carried(reading: Reading, prompt: string): Reading {
  const old = reading.prompt;
  if (old === prompt) return reading;
  const shorter = Math.min(old.length, prompt.length);
  let head = 0;
  while (head < shorter && old[head] === prompt[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === prompt[prompt.length - 1 - tail]) tail++;
  const moved = prompt.length - old.length;
  const place = (start: number, end: number): [number, number] | null =>
    end <= head ? [start, end] : start >= old.length - tail ? [start + moved, end + moved] : null;
  const phrases: Phrase[] = reading.phrases.flatMap((phrase) => {
    const at = place(phrase.start, phrase.end);
    return at ? [{ ...phrase, start: at[0], end: at[1] }] : [];
  });
  const diagnostics: Diagnostic[] = reading.diagnostics.flatMap((told) => {
    if (!told.span) return [told];
    const at = place(...told.span);
    return at ? [{ ...told, span: at }] : [];
  });
  return { ...reading, prompt, phrases, diagnostics };
}

/** The prompt cut at its phrases, for colouring. */
export function pieces(reading: Reading): { text: string; layer: Layer; status: string }[] {
  const cut: { text: string; layer: Layer; status: string }[] = [];
  let at = 0;
  for (const { start, end, layer, status } of reading.phrases) {
    if (start > at) cut.push({ text: reading.prompt.slice(at, start), layer: 'none', status: '' });
    cut.push({ text: reading.prompt.slice(start, end), layer, status });
    at = end;
  }
  return [...cut, { text: reading.prompt.slice(at), layer: 'none', status: '' }];
}

export interface Run { layer: Layer; start: number; end: number; text: string }

const LEADS = /(?:^|[\s,;.])((?:(?:on|in|at|by|with|of|a|an|the|under|beside|and|from|to|its|behind|above|over|into|near)\s+)+)$/i;

/** The prompt as runs of one layer each, in order; small words before a phrase belong to it. Film counts as camera: both are cards of the camera. */
export function runs(reading: Reading): Run[] {
  const found: Run[] = [];
  for (const phrase of reading.phrases) {
    const last = found.at(-1);
    const between = reading.prompt.slice(last?.end ?? 0, phrase.start);
    const layer: Layer = phrase.layer === 'film' ? 'camera' : phrase.layer;
    if (layer === 'none') continue;
    if (last && last.layer === layer && !/[.;\n]/.test(between)) {
      last.end = phrase.end;
      continue;
    }
    const lead = LEADS.exec(between)?.[1].length ?? 0;
    found.push({ layer, start: phrase.start - lead, end: phrase.end, text: '' });
  }
  return found.map((run) => ({ ...run, text: reading.prompt.slice(run.start, run.end) }));
}

/** The prompt with a run rewritten; an emptied run takes the comma or blank before it along. */
export function rewritten(prompt: string, run: { start: number; end: number }, text: string): string {
  const before = prompt.slice(0, run.start);
  const after = prompt.slice(run.end);
  if (text.trim()) return before + text.trim() + after;
  return (before.replace(/[\s,;]+$/, '') + after).replace(/^[\s,;.]+/, '');
}

/** The prompt with something added at its end. */
export function added(prompt: string, text: string): string {
  const held = prompt.trimEnd();
  if (!held) return text;
  return /[.!?]$/.test(held) ? `${held.slice(0, -1)}, ${text}.` : `${held.replace(/[,;]$/, '')}, ${text}`;
}
