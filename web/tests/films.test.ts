/** Films as options, and months as bounds of time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { film, moved } from '../src/lib/films.ts';
import { following } from '../src/lib/months.ts';

const WORDS = { move: 'orbit', seconds: 5, fps: null, amount: 90, hours: null } as const;

test('without a choice the words decide, and without words it is a picture', () => {
  assert.equal(film({}, null), null);
  assert.deepEqual(film({}, WORDS), { move: 'orbit', seconds: 5, fps: 12, hours: 2 });
});

test('a choice comes before the words, field by field', () => {
  assert.deepEqual(film({ seconds: 2 }, WORDS), { move: 'orbit', seconds: 2, fps: 12, hours: 2 });
  assert.equal(film({ move: 'none' }, WORDS), null);
  assert.deepEqual(film({ move: 'dolly_in' }, null), { move: 'dolly_in', seconds: 3, fps: 12, hours: 2 });
});

test('a picture keeps nothing of a film, and another move not how far the one before went', () => {
  const options = { samples: 8, move: 'orbit', seconds: 5, amount: 90 };
  assert.deepEqual(moved(options, ''), { samples: 8 });
  assert.deepEqual(moved(options, 'none'), { samples: 8, move: 'none' });
  assert.deepEqual(moved(options, 'dolly_in'), { samples: 8, seconds: 5, move: 'dolly_in' });
});

test('the month after December is in the next year', () => {
  assert.deepEqual(['2026-01', '2026-09', '2026-12'].map(following), ['2026-02', '2026-10', '2027-01']);
});
