/** Boards: named heaps of pictures. A picture may lie on several. */
import { get, post, remove } from './api';
import { gallery } from './gallery.svelte';
import { pictures } from './pictures.svelte';
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
  /** Lay pictures on a board. */
  async file(ids: string[], board: string): Promise<void> {
    for (const id of ids) {
      const held = pictures.all.get(id)?.boards ?? [];
      if (!held.includes(board)) await pictures.mark(id, { boards: [...held, board] });
    }
    await this.load();
    if (gallery.board === board) await gallery.begin(); // it was opened meanwhile
  }
  async remove(id: string): Promise<void> {
    await remove(`api/boards/${id}`);
    await this.load();
  }
}

export const boards = new Boards();
