/** Who can make the pictures. */
import { get } from './api';
import { SvelteMap } from 'svelte/reactivity';
import type { Engine, Form } from './types';

class Engines {
  list = $state.raw<Engine[]>([]);
  usual = $state('stage');
  /** What each takes besides the words, as far as it was asked for. */
  forms = new SvelteMap<string, Form>();

  async load(): Promise<void> {
    const told = await get<{ default: string; engines: Engine[] }>('api/engines');
    this.list = told.engines;
    this.usual = told.default;
  }

  /** Ask for an engine's form, once. Raises what the server says of a name that means nothing. */
  async form(name: string): Promise<Form> {
    const known = this.forms.get(name) ?? (await get<Form>(`api/forms?engine=${encodeURIComponent(name)}`));
    this.forms.set(name, known);
    return known;
  }

  /** Whether the stage can lead it: it makes pictures from words, and takes something to go by. */
  ledBy(name: string): boolean {
    const found = this.list.find((engine) => engine.name === name);
    return !!found && found.speaks.includes('prompt') && !found.speaks.includes('scene') && found.takes.some((kind) => ['depth', 'edges', 'segmentation', 'normal', 'source', 'reference'].includes(kind));
  }

  /** Those worth offering: what only pretends, where it is the usual one; what works on pictures alone has doors of its own. */
  offered = $derived(this.list.filter((engine) => (!engine.pretends || this.usual === engine.name) && engine.speaks.some((one) => one !== 'picture')));
}

export const engines = new Engines();
