/** The gallery: pages of the history as far as one has scrolled, for one set of filters. */
import { get, query } from './api';
import { pictures } from './pictures.svelte';
import { toasts } from './toasts.svelte';
import type { Picture } from './types';

const PAGE = 500;

class GalleryStore {
  words = $state('');
  only = $state<'all' | 'starred' | 'trash'>('all');
  board = $state<string | null>(null);
  ids = $state.raw<string[]>([]);
  loading = $state(false);
  failed = $state(false);
  started = $state(false);
  marked = $state.raw<ReadonlySet<string>>(new Set());
  at = $state(0);
  #next: string | null = null;
  #asked: AbortController | null = null;

  more = $derived.by(() => {
    void this.ids;
    return this.#next !== null;
  });

  async begin(): Promise<void> {
    this.#asked?.abort();
    this.#next = null;
    this.at = 0;
    this.marked = new Set();
    await this.#page([]);
  }

  async scroll(): Promise<void> {
    if (!this.loading && this.#next !== null && !this.failed) await this.#page(this.ids);
  }

  /** What came or went elsewhere: a new picture is put in front without losing one's place. */
  heard(): void {
    const gone = new Set(this.ids.filter((id) => Boolean(pictures.all.get(id)?.trashed) !== (this.only === 'trash')));
    let ids = this.ids.filter((id) => !gone.has(id));
    if (this.only === 'all' && !this.words && !this.board) ids = [...pictures.recent.filter((id) => !ids.includes(id) && newer(id, ids[0])), ...ids];
    if (ids.length !== this.ids.length) this.ids = ids;
  }

  mark(id: string, through = false): void {
    const marked = new Set(this.marked);
    const index = this.ids.indexOf(id);
    if (through && marked.size) {
      const [from, to] = [this.at, index].sort((a, b) => a - b);
      for (const one of this.ids.slice(from, to + 1)) marked.add(one);
    } else if (!marked.delete(id)) marked.add(id);
    this.at = index;
    this.marked = marked;
  }

  clear(): void {
    this.marked = new Set();
  }

  async #page(held: string[]): Promise<void> {
    const asked = (this.#asked = new AbortController());
    this.loading = true;
    this.failed = false;
    try {
      const options = { query: this.words.trim(), starred: this.only === 'starred', trash: this.only === 'trash', board: this.board, limit: PAGE, after: held.length ? this.#next : null };
      const page = await get<{ pictures: Picture[]; next: string | null }>(query('api/pictures', options), asked.signal);
      pictures.meet(page.pictures);
      this.#next = page.next;
      this.ids = [...held, ...page.pictures.map((picture) => picture.id)];
      this.started = true;
      this.loading = false;
    } catch (wrong) {
      if (asked.signal.aborted) return;
      this.failed = true;
      this.loading = false;
      toasts.fail(wrong);
    }
  }
}

const newer = (id: string, than: string | undefined): boolean => !than || (pictures.all.get(id)?.created ?? '') >= (pictures.all.get(than)?.created ?? '');

export const gallery = new GalleryStore();
