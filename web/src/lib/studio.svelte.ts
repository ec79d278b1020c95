/** What is on the table: one picture or job, or several side by side. Items are written `p:PICTURE` and `j:JOB`; a job that is done becomes its picture. */
import { jobs } from './jobs.svelte';
import { pictures } from './pictures.svelte';
import type { Job } from './types';
import { view } from './view.svelte';

export type Item = string;

class Studio {
  #chosen = $state<Item[]>(JSON.parse(sessionStorage.getItem('chosen') ?? '[]'));
  /** A job that is done stands for its picture. */
  chosen = $derived(this.#chosen.map(settled));
  one = $derived(this.chosen.length === 1 ? this.chosen[0] : null);
  picture = $derived(this.one?.startsWith('p:') ? this.one.slice(2) : null);
  job = $derived(this.one?.startsWith('j:') ? (jobs.all.get(this.one.slice(2)) ?? null) : null);

  /** The strip below the picture: jobs that wait or run, then what came last. */
  strip = $derived<Item[]>([...jobs.open.map((job) => `j:${job.id}`), ...pictures.recent.map((id) => `p:${id}`)]);

  show(items: Item[]): void {
    this.#chosen = items;
    sessionStorage.setItem('chosen', JSON.stringify(items));
    view.go(items.length === 1 && items[0].startsWith('p:') ? { name: 'studio', id: items[0].slice(2) } : { name: 'studio' });
  }

  toggle(item: Item): void {
    const without = this.chosen.filter((one) => one !== item);
    this.show(without.length < this.chosen.length && without.length ? without : [...without, item]);
  }

  /** The neighbour in the strip: +1 older, -1 newer. */
  step(by: number): void {
    const at = this.one ? this.strip.indexOf(this.one) : -1;
    const to = this.strip[Math.max(0, Math.min(this.strip.length - 1, at + by))];
    if (to) this.show([to]);
  }

  ids(): string[] {
    return this.chosen.filter((item) => item.startsWith('p:')).map((item) => item.slice(2));
  }

  /** Open where the address, the last visit or the newest picture says. */
  begin(): void {
    if (view.route.name === 'studio' && view.route.id) this.#chosen = [`p:${view.route.id}`];
    const known = this.#chosen.filter((item) => item.startsWith('p:') || jobs.all.has(item.slice(2)));
    this.#chosen = known.length ? known : this.strip.slice(0, 1);
  }
}

function settled(item: Item): Item {
  const job: Job | undefined = item.startsWith('j:') ? jobs.all.get(item.slice(2)) : undefined;
  return job?.state === 'done' && job.picture ? `p:${job.picture}` : item;
}

export const studio = new Studio();
