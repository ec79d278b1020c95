/** Light adds up: where the picture kept a pass for each light, colour, strength, exposure and film change on screen at once, before anything is rendered. */
import { callForPicture } from './api';
import { develop } from './develop.svelte';
import { differences } from './scenes';

const AT_ONCE = /^(lighting\.kelvin|lighting\.lights\.[^.]+\.(strength|kelvin|colour)|film(\..+)?)$/;

class Relight {
  /** The relit picture, as an address of a blob. */
  shown = $state<string | null>(null);
  seconds = $state(0);
  #asked: AbortController | null = null;
  #busy = false;
  #again = false;

  possible = $derived(develop.detail?.passes?.some((name) => name.startsWith('light')) ?? false);

  /** One request at a time, the newest wins: as fast as the server answers while a slider moves. */
  async follow(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    const { base, scene, detail } = develop;
    if (!this.possible || !base || !scene || !detail || !differences(base, scene).some((change) => AT_ONCE.test(change.path))) return this.clear();
    this.#busy = true;
    this.#asked = new AbortController();
    const lights = Object.fromEntries(scene.lighting.lights.map((light) => [light.id, { strength: light.strength, kelvin: light.kelvin, colour: light.colour?.hex ?? null }]));
    const start = performance.now();
    try {
      const picture = await callForPicture('api/relights', { picture: detail.id, lights, kelvin: scene.lighting.kelvin, exposure: scene.film.exposure, film: scene.film }, this.#asked.signal);
      if (develop.detail?.id === detail.id) this.#show(URL.createObjectURL(picture));
      this.seconds = (performance.now() - start) / 1000;
    } catch (wrong) {
      if ((wrong as Error).name !== 'AbortError') this.clear();
    }
    this.#busy = false;
    if (this.#again) {
      this.#again = false;
      void this.follow();
    }
  }

  clear(): void {
    this.#asked?.abort();
    this.#show(null);
  }

  #show(address: string | null): void {
    if (this.shown) URL.revokeObjectURL(this.shown);
    this.shown = address;
  }
}

export const relight = new Relight();
