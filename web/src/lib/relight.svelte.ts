/** Light adds up: where the picture kept a pass for each light, colour, strength, exposure and film change on screen at once, before anything is rendered. */
import { callForPicture } from './api';
import { develop } from './develop.svelte';
import { engines } from './engines.svelte';
import { differences } from './scenes';
import type { Scene } from './types';

const AT_ONCE = /^(lighting\.lights\.[^.]+\.(strength|kelvin)|film(\..+)?)$/;
const LARGEST = 100;

class Relight {
  /** The relit picture, as an address of a blob. */
  shown = $state<string | null>(null);
  seconds = $state(0);
  #asked: AbortController | null = null;
  #busy = false;
  #again = false;

  /** The first time, the passes are rendered: as long as a small picture takes. */
  preparing = $state(false);

  possible = $derived(engines.list.find((engine) => engine.name === develop.detail?.engine)?.gives.includes('lights') ?? false);

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
    const wish = { picture: detail.id, ...wished(base, scene) };
    const slow = setTimeout(() => (this.preparing = true), 800);
    const start = performance.now();
    try {
      const picture = await callForPicture('api/relights', wish, this.#asked.signal);
      if (develop.detail?.id === detail.id) this.#show(URL.createObjectURL(picture));
      this.seconds = (performance.now() - start) / 1000;
    } catch (wrong) {
      if ((wrong as Error).name !== 'AbortError') this.clear();
    }
    clearTimeout(slow);
    this.preparing = false;
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

/** What of the changes light passes can show: factors on the lights, their warmth, the film with its exposure. */
export function wished(base: Scene, scene: Scene): { lights: Record<string, { strength: number; kelvin: number | null }>; film: Scene['film'] } {
  const lights: Record<string, { strength: number; kelvin: number | null }> = {};
  for (const light of scene.lighting.lights) {
    const old = base.lighting.lights.find((one) => one.id === light.id);
    if (!old) continue;
    const strength = old.strength > 0 ? Math.min(LARGEST, light.strength / old.strength) : 1;
    const kelvin = light.kelvin !== old.kelvin ? light.kelvin : null;
    if (strength !== 1 || kelvin !== null) lights[light.id] = { strength, kelvin };
  }
  return { lights, film: scene.film };
}
