/** The catalogue of models: what was looked for, and what was found. */
import { call, get, query } from './api';
import { toasts } from './toasts.svelte';
import type { Model } from './types';

export const KINDS = ['image', 'edit', 'upscale', 'video', 'audio'] as const;
export const USES = ['photorealism', 'portraits', 'text', 'speed', 'resolution', 'editing', 'illustration', 'vector', 'price', 'open weights'] as const;
export const INPUTS = { source: 'Changes a picture', mask: 'Takes a mask', reference: 'Goes by references', depth: 'Goes by depth' };
export const SORTS = { known: 'Best known first', price: 'Cheapest picture first', name: 'By name' };

/** Whether it can be used here, in words. */
export const standing = (model: Model): string =>
  model.standing === 'runs here' ? `Runs here${model.memory_gb ? `, needs ${model.memory_gb} GB` : ''}`
    : model.standing === 'ready' ? 'Ready' : model.standing === 'needs a key' ? `Needs a key: ${model.services.join(' or ')}` : 'Listed only: no engine here reaches it';

class Models {
  words = $state('');
  kind = $state<string | null>(null);
  use = $state<string | null>(null);
  takes = $state<string | null>(null);
  service = $state<string | null>(null);
  sort = $state<keyof typeof SORTS>('known');
  usable = $state(false);
  starred = $state(false);
  found = $state.raw<Model[]>([]);
  total = $state(0);
  filtered = $derived(!!(this.words || this.kind || this.use || this.takes || this.service || this.usable || this.starred));
  shown = $derived(sorted(this.usable ? this.found.filter((one) => one.standing === 'ready' || one.standing === 'runs here') : this.found, this.sort));
  #asked: AbortController | null = null;

  clear(): void {
    this.words = '';
    this.kind = this.use = this.takes = this.service = null;
    this.usable = this.starred = false;
  }

  async load(): Promise<void> {
    this.#asked?.abort();
    this.#asked = new AbortController();
    try {
      const filters = { words: this.words.trim(), kind: this.kind, good_for: this.use, takes: this.takes, service: this.service, favourite: this.starred };
      const told = await get<{ models: Model[]; total: number }>(query('api/models', filters), this.#asked.signal);
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
      if (this.starred) await this.load(); // favourites may have been asked for before this one was stored
    } catch (wrong) {
      toasts.fail(wrong);
    }
  }
}

/** Prices by the picture first; what counts otherwise, or is not known, comes last. */
const cost = (model: Model): number => (model.here ? 0 : model.lowest && ['picture', 'run'].includes(model.lowest.per) ? model.lowest.amount : Infinity);

function sorted(found: Model[], by: keyof typeof SORTS): Model[] {
  if (by === 'known') return found;
  return [...found].sort((a, b) => (by === 'name' ? a.title.localeCompare(b.title) : cost(a) - cost(b) || a.title.localeCompare(b.title)));
}

export const models = new Models();
