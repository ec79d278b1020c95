/** The gallery: pages of the history as far as one has scrolled, for one set of filters. */
import { get, query } from './api';
import { following } from './months';
import { pictures } from './pictures.svelte';
import { toasts } from './toasts.svelte';
import type { Shape } from './justify';
import type { Facets, Picture } from './types';

const PAGE = 500;
const PAUSE_MS = 400;
export const NARROWED = ['engine', 'size', 'month'] as const;
export type Narrowed = Record<(typeof NARROWED)[number], string | null>;

class GalleryStore {
  words = $state('');
  only = $state<'all' | 'starred' | 'trash'>('all');
  board = $state<string | null>(null);
  /** Only pictures of an engine, a size (WIDTHxHEIGHT), a month (YYYY-MM). */
  narrowed = $state<Narrowed>({ engine: null, size: null, month: null });
  /** How many there are of each, under all other conditions. */
  facets = $state.raw<Facets | null>(null);
  /** Every picture so far, with its shape; a plain list, for it may be long. */
  shapes = $state.raw<readonly Shape[]>([]);
  ids = $derived(this.shapes.map((shape) => shape.id));
  loading = $state(false);
  failed = $state(false);
  started = $state(false);
  marked = $state.raw<ReadonlySet<string>>(new Set());
  at = $state(0);
  #next: string | null = null;
  #asked: AbortController | null = null;
  #counted: ReturnType<typeof setTimeout> | undefined;

  more = $derived.by(() => {
    void this.shapes;
    return this.#next !== null;
  });

  async begin(): Promise<void> {
    this.#asked?.abort();
    this.#next = null;
    this.at = 0;
    this.marked = new Set();
    this.#count(0);
    await this.#page([]);
  }

  /** What is asked for, as the server names it. */
  #wanted(): Record<string, string | boolean | null> {
    const { engine, size, month } = this.narrowed;
    return {
      query: this.words.trim(), starred: this.only === 'starred', trash: this.only === 'trash', board: this.board, engine, size, since: month, until: month && following(month),
    };
  }

  #count(wait: number): void {
    clearTimeout(this.#counted);
    this.#counted = setTimeout(() => void get<Facets>(query('api/facets', this.#wanted())).then((told) => (this.facets = told)).catch(() => undefined), wait);
  }

  async scroll(): Promise<void> {
    if (!this.loading && this.#next !== null && !this.failed) await this.#page(this.shapes);
  }

  /** What came or went elsewhere: a new picture is put in front without losing one's place. */
  heard(): void {
    this.#count(PAUSE_MS);
    const wanted = (shape: Shape) => Boolean(pictures.all.get(shape.id)?.trashed) === (this.only === 'trash');
    let shapes = this.shapes.filter(wanted);
    if (this.only === 'all' && !this.words && !this.board && !NARROWED.some((kind) => this.narrowed[kind])) {
      const known = new Set(shapes.map((shape) => shape.id));
      const fresh = pictures.recent.filter((id) => !known.has(id) && newer(id, shapes[0]?.id)).map((id) => shapeOf(pictures.all.get(id)!));
      shapes = [...fresh, ...shapes];
    }
    if (shapes.length !== this.shapes.length) this.shapes = shapes;
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

  async #page(held: readonly Shape[]): Promise<void> {
    const asked = (this.#asked = new AbortController());
    this.loading = true;
    this.failed = false;
    try {
      const options = { ...this.#wanted(), limit: PAGE, after: held.length ? this.#next : null };
      const page = await get<{ pictures: Picture[]; next: string | null }>(query('api/pictures', options), asked.signal);
      pictures.meet(page.pictures);
      this.#next = page.next;
      this.shapes = [...held, ...page.pictures.map(shapeOf)];
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

const shapeOf = ({ id, width, height }: Picture): Shape => ({ id, width, height });
const newer = (id: string, than: string | undefined): boolean => !than || (pictures.all.get(id)?.created ?? '') >= (pictures.all.get(than)?.created ?? '');

export const gallery = new GalleryStore();
