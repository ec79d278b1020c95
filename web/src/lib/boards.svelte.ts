/** Boards: named heaps of pictures. A picture may lie on several. */
import { get, post, remove } from './api';
import type { Board } from './types';

class Boards {
  list = $state<Board[]>([]);

  async load(): Promise<void> {
    this.list = (await get<{ boards: Board[] }>('api/boards')).boards;
  }
  async add(name: string): Promise<void> {
    await post('api/boards', { name });
    await this.load();
  }
  async remove(id: string): Promise<void> {
    await remove(`api/boards/${id}`);
    await this.load();
  }
}

export const boards = new Boards();
