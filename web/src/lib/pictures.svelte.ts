/** Pictures that were met so far, and the newest of them for the strip. The gallery pages through all of them in a store of its own. */
import { SvelteMap } from 'svelte/reactivity';
import { get, patch, post, query, remove } from './api';
import { toasts } from './toasts.svelte';
import type { Detail, Picture } from './types';

const STRIP = 60;

class Pictures {
  all = new SvelteMap<string, Picture>();
  details = new SvelteMap<string, Detail>();
  recent = $state<string[]>([]);
  loaded = $state(false);
  /** Counts what was added, removed or restored, so that lists know when to look again. */
  changes = $state(0);

  async load(): Promise<void> {
    const { pictures } = await get<{ pictures: Picture[] }>(query('api/pictures', { limit: STRIP }));
    this.meet(pictures);
    this.recent = pictures.map((picture) => picture.id);
    this.loaded = true;
  }

  meet(pictures: Picture[]): void {
    for (const picture of pictures) this.all.set(picture.id, picture);
  }

  hear(picture: Picture): void {
    const known = this.all.get(picture.id);
    this.all.set(picture.id, { ...known, ...picture });
    const detail = this.details.get(picture.id);
    if (detail) this.details.set(picture.id, { ...detail, ...picture });
    const listed = this.recent.includes(picture.id);
    if (picture.trashed && listed) this.recent = this.recent.filter((id) => id !== picture.id);
    if (!picture.trashed && !listed) this.recent = [picture.id, ...this.recent].sort((a, b) => this.#when(b).localeCompare(this.#when(a))).slice(0, STRIP);
    if (!known || Boolean(known.trashed) !== Boolean(picture.trashed)) this.changes++;
  }

  async detail(id: string, signal?: AbortSignal): Promise<Detail> {
    const held = this.details.get(id);
    if (held) return held;
    const detail = await get<Detail>(`api/pictures/${id}`, signal);
    this.details.set(id, detail);
    this.all.set(id, detail);
    return detail;
  }

  async mark(id: string, marks: Partial<Pick<Picture, 'starred' | 'note' | 'boards'>>): Promise<void> {
    const before = this.all.get(id);
    if (before) this.hear({ ...before, ...marks });
    try {
      this.hear(await patch<Picture>(`api/pictures/${id}`, marks));
    } catch (wrong) {
      if (before) this.hear(before);
      throw wrong;
    }
  }

  star = (id: string) => this.mark(id, { starred: !this.all.get(id)?.starred });

  async trash(ids: string[]): Promise<void> {
    for (const id of ids) {
      await remove(`api/pictures/${id}`);
      const held = this.all.get(id);
      if (held) this.hear({ ...held, trashed: new Date().toISOString() });
    }
    const text = ids.length === 1 ? 'Moved to the trash' : `${ids.length} pictures moved to the trash`;
    toasts.say(text, { label: 'Undo', run: () => void this.restore(ids).catch((wrong) => toasts.fail(wrong)) });
  }

  async restore(ids: string[]): Promise<void> {
    for (const id of ids) {
      await post(`api/pictures/${id}/restore`);
      const held = this.all.get(id);
      if (held) this.hear({ ...held, trashed: null });
    }
  }

  #when = (id: string) => this.all.get(id)?.created ?? '';
}

export const pictures = new Pictures();
