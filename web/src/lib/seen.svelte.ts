/** What the exact passes of the picture on the table tell: which thing is where, and how large each stands in the set. */
import { fetchIds, type Ids } from './ids';

class Seen {
  ids = $state.raw<Ids | null>(null);
  #of: string | null = null;
  #asked: AbortController | null = null;

  async open(picture: string | null): Promise<void> {
    if (picture === this.#of) return;
    this.#asked?.abort();
    this.#of = picture;
    this.ids = null;
    if (!picture) return;
    const asked = (this.#asked = new AbortController());
    try {
      const ids = await fetchIds(picture, asked.signal);
      if (!asked.signal.aborted) this.ids = ids;
    } catch {
      /* without passes, a click asks the server what is there */
    }
  }
}

export const seen = new Seen();
