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

  /** Those worth offering: the one that draws cards only where it is the usual one. */
  offered = $derived(this.list.filter((engine) => engine.name !== 'null' || this.usual === 'null'));
}

export const engines = new Engines();
