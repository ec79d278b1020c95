/** The catalogue of models: what was looked for, and what was found. */
import { call, get, query } from './api';
import { toasts } from './toasts.svelte';
import type { Model } from './types';

export const KINDS = ['image', 'edit', 'upscale', 'video', 'audio'] as const;
export const USES = ['photorealism', 'portraits', 'text', 'speed', 'resolution', 'editing', 'illustration', 'vector', 'price', 'open weights'] as const;

class Models {
  words = $state('');
  kind = $state<string | null>(null);
  use = $state<string | null>(null);
  usable = $state(false);
  starred = $state(false);
  found = $state.raw<Model[]>([]);
  total = $state(0);
  shown = $derived(this.usable ? this.found.filter((one) => one.standing === 'ready' || one.standing === 'runs here') : this.found);
  #asked: AbortController | null = null;

  async load(): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const path = query('api/models', { words: this.words.trim(), kind: this.kind, good_for: this.use, favourite: this.starred });
      const told = await get<{ models: Model[]; total: number }>(path, this.#asked.signal);
      this.found = told.models;
      this.total = told.total;
    } catch (wrong) {
      if ((wrong as Error).name !== 'AbortError') toasts.fail(wrong);
    }
  }

  async star(model: Model): Promise<void> {
    try {
      const now = await call<Model>(model.favourite ? 'DELETE' : 'PUT', `api/models/${model.name}/favourite`);
      this.found = this.found.map((one) => (one.name === now.name ? now : one));
    } catch (wrong) {
      toasts.fail(wrong);
    }
  }
}

export const models = new Models();
