/** Who can make the pictures. */
import { get } from './api';
import type { Engine } from './types';

class Engines {
  list = $state.raw<Engine[]>([]);
  usual = $state('stage');

  async load(): Promise<void> {
    const told = await get<{ default: string; engines: Engine[] }>('api/engines');
    this.list = told.engines;
    this.usual = told.default;
  }

  /** Those worth offering: what only pretends, where it is the usual one. */
  /** Whether the stage can lead it: it makes pictures from words, and takes something to go by. */
  ledBy(name: string): boolean {
    const found = this.list.find((engine) => engine.name === name);
    return !!found && found.speaks.includes('prompt') && !found.speaks.includes('scene') && found.takes.some((kind) => ['depth', 'edges', 'segmentation', 'normal', 'source', 'reference'].includes(kind));
  }

  offered = $derived(this.list.filter((engine) => !engine.pretends || this.usual === engine.name));
}

export const engines = new Engines();
