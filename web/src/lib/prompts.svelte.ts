/** Saved prompts. */
import { get, post, remove } from './api';
import type { SavedPrompt } from './types';

class Prompts {
  list = $state<SavedPrompt[]>([]);

  async load(): Promise<void> {
    this.list = (await get<{ prompts: SavedPrompt[] }>('api/prompts')).prompts;
  }
  async add(name: string, prompt: string): Promise<true> {
    await post('api/prompts', { name, prompt });
    await this.load();
    return true;
  }
  async remove(id: string): Promise<void> {
    await remove(`api/prompts/${id}`);
    await this.load();
  }
}

export const prompts = new Prompts();
