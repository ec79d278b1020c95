/** Places in a scene, the geometry of the set, moves of things. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load, movable, moveThing } from '../src/lib/moving.ts';
import { differences, fresh, look, put } from '../src/lib/scenes.ts';
import { onLevel, project, seenAt, towards, unproject } from '../src/lib/stage.ts';

const scene: any = {
  subjects: [{ id: 's1', noun: 'mug', surface: { colours: [], material: null } }, { id: 's2', noun: 'book', surface: { colours: [], material: null } }],
  lighting: { lights: [{ id: 'l1', azimuth: -75 }, { id: 'l2', azimuth: 40 }], kelvin: null },
  camera: { focal_length: 85, aspect: [3, 2], roll: 12 },
  layout: {
    places: { 's1.0': { x: 0.1, y: 0, z: 0, host: null }, 's2.0': { x: -0.2, y: 0.1, z: 0, host: null }, 's3.0': { x: 0.1, y: 0, z: 0.1, host: 's1.0' } },
    viewpoint: { eye: [0.3, -1.5, 0.5], target: [0, 0, 0.05], shift_x: 0.05, shift_y: -0.02 }, spread: null, exposure: null, white_balance: null,
  },
};

test('a place is found by id and changed without touching the scene', () => {
  const after = put(scene, 'lighting.lights.l2.azimuth', 90);
  assert.equal(look(after, 'lighting.lights.l2.azimuth'), 90);
  assert.equal(look(scene, 'lighting.lights.l2.azimuth'), 40);
  assert.equal(after.subjects, scene.subjects);
  assert.equal(look(put(scene, 'layout.places.s1.0.x', 0.5), 'layout.places.s1.0.x'), 0.5);
  assert.equal(look(scene, 'lighting.nothing.here'), undefined);
});

test('differences are paths and values; a list that grew is one; of the layout only moves', () => {
  let after = put(scene, 'subjects.s2.surface.material', 'leather');
  after = put(after, 'lighting.lights', [...scene.lighting.lights, { id: 'l3', azimuth: 0 }]);
  after = put(after, 'layout.places.s1.0.x', 0.5);
  after = put(after, 'layout.viewpoint', null);
  assert.deepEqual(differences(scene, after).map((one) => one.path), ['subjects.s2.surface.material', 'lighting.lights', 'layout.places.s1.0.x']);
  assert.deepEqual(differences(scene, scene), []);
});

test('new ids are free', () => {
  assert.equal(fresh(['l1', 'l3'], 'l'), 'l4');
  assert.equal(fresh([], 'l'), 'l1');
});

test('what the camera sees at a place is seen at that place', () => {
  for (const [u, v] of [[0.5, 0.5], [0.1, 0.8], [0.93, 0.61]]) {
    const point = onLevel(scene, u, v, 0)!;
    const back = seenAt(scene, point)!;
    assert.ok(Math.abs(back.u - u) < 1e-9 && Math.abs(back.v - v) < 1e-9, `${u} ${v}`);
  }
  assert.equal(onLevel({ ...scene, camera: { ...scene.camera, focal_length: 14, roll: 0 } }, 0.5, 0.01, 0), null, 'above the horizon');
});

test('a look from outside can be taken back', () => {
  const orbit = { turn: 33, tip: 50, scale: 120, centre: [0.1, -0.3, 0.2] as [number, number, number] };
  const { x, y } = project(orbit, [0.4, 0.7, 0.15]);
  unproject(orbit, x, y, 0.15).forEach((value, k) => assert.ok(Math.abs(value - [0.4, 0.7, 0.15][k]) < 1e-12));
});

test('light comes from where its name says', () => {
  assert.ok(towards(-90, 0)[0] < -0.99, 'left');
  assert.ok(towards(0, 0)[1] < -0.99, 'the camera’s side');
  assert.ok(towards(0, 90)[2] > 0.99, 'above');
});

test('what rests on a thing moves along', () => {
  assert.deepEqual(load(scene.layout.places, 's1.0'), ['s3.0']);
  const places = moveThing(scene, 's1.0', 0.3, 0.2).layout!.places;
  assert.deepEqual([places['s3.0'].x, places['s3.0'].y, places['s2.0'].x], [0.3, 0.2, -0.2]);
  assert.deepEqual([places['s1.0'].moved, places['s3.0'].moved ?? null], [[0.2, 0.2], null]);
});

test('of several of a kind a hand takes what they rest on', () => {
  const bowl = { ...scene, subjects: [{ id: 's1', count: 1 }, { id: 's2', count: 1 }, { id: 's3', count: 7 }] } as unknown as Scene;
  assert.deepEqual(['s1', 's2', 's3'].map((id) => movable(bowl, id)), ['s1.0', 's2.0', 's1.0']);
  assert.equal(movable({ ...bowl, layout: null }, 's3'), null);
});
