/** Places in the prompt: `node --test` runs this, and pytest runs that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { added, carried, inUnits, pieces, rewritten, runs } from '../src/lib/spans.ts';

const phrase = (text: string, prompt: string, layer: string, effect: string[] = []) => {
  const start = [...prompt.slice(0, prompt.indexOf(text))].length;
  return { start, end: start + [...text].length, text, layer, effect, status: 'applied' };
};
const reading = (prompt: string, ...parts: [string, string, string[]?][]): any => ({
  prompt, phrases: parts.map(([text, layer, effect]) => phrase(text, prompt, layer, effect)), diagnostics: [], scene: {}, genre: 'still_life', layers: [],
});
const MUG = 'A mug on a table, soft light from the left, 85mm, Tri-X';
const READ = reading(MUG, ['mug', 'subject'], ['on', 'subject', ['relations=s1 on ground']], ['table', 'subject', ['environment.ground_shape=table']], ['soft light', 'lighting'], ['from the left', 'lighting'], ['85mm', 'camera'], ['Tri-X', 'film']);

test('characters beyond the basic plane count two', () => {
  const told = inUnits(reading('🍋 and a mug', ['mug', 'subject']));
  assert.equal('🍋 and a mug'.slice(told.phrases[0].start, told.phrases[0].end), 'mug');
});

test('words of the table are the environment', () => {
  assert.deepEqual(inUnits(READ).phrases.map((one) => one.layer), ['subject', 'environment', 'environment', 'lighting', 'lighting', 'camera', 'film']);
});

test('phrases before a change stay, those behind it move along, those in it go', () => {
  const typed = MUG.replace('table', 'walnut table').replace('A mug', 'A mug');
  const now = carried(READ, typed);
  for (const one of now.phrases) assert.equal(typed.slice(one.start, one.end), one.text);
  assert.ok(now.phrases.some((one) => one.text === '85mm'));
  assert.equal(carried(READ, MUG.replace('soft', 'hard')).phrases.some((one) => one.text === 'soft light'), false);
  assert.equal(carried(READ, MUG), READ);
});

test('every cut of the prompt adds up to it', () => {
  assert.equal(pieces(READ).map((one) => one.text).join(''), MUG);
});

test('runs gather neighbours of one layer, with the small words before them; film is the camera’s', () => {
  const found = runs(inUnits(READ)).map((run) => [run.layer, run.text]);
  assert.deepEqual(found, [['subject', 'A mug'], ['environment', 'on a table'], ['lighting', 'soft light from the left'], ['camera', '85mm, Tri-X']]);
});

test('a run is rewritten in its place; emptied, it takes its comma along', () => {
  const light = runs(inUnits(READ))[2];
  assert.equal(rewritten(MUG, light, 'hard sun'), 'A mug on a table, hard sun, 85mm, Tri-X');
  assert.equal(rewritten(MUG, light, ''), 'A mug on a table, 85mm, Tri-X');
  assert.equal(rewritten(MUG, { start: 0, end: 5 }, ''), 'on a table, soft light from the left, 85mm, Tri-X');
});

test('what is added stands before the full stop', () => {
  assert.equal(added('A mug.', '85mm'), 'A mug, 85mm.');
  assert.equal(added('A mug,', '85mm'), 'A mug, 85mm');
  assert.equal(added('', '85mm'), '85mm');
});
