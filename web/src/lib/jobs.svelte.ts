/** The owner's jobs, as the server tells them: asked for once at the start, then kept by its events. */
import { SvelteMap } from 'svelte/reactivity';
import { get, post, query } from './api';
import { sentence } from './effects';
import { toasts } from './toasts.svelte';
import type { Job } from './types';

const ENDED = new Set(['done', 'cancelled']);
const TRIES = 3;
const RETRY_MS = 700;

class Jobs {
  all = new SvelteMap<string, Job>();
  paused = $state(false);
  loaded = $state(false);
  /** What a screen reader is told. */
  said = $state('');
  #sent: Promise<Job[]> = Promise.resolve([]);

  running = $derived([...this.all.values()].filter((job) => job.state === 'running'));
  queued = $derived([...this.all.values()].filter((job) => job.state === 'queued').sort((a, b) => (a.position ?? 0) - (b.position ?? 0)));
  failed = $derived([...this.all.values()].filter((job) => job.state === 'failed').sort(newest));
  busy = $derived(this.running.length + this.queued.length);
  /** For the film strip: what is not a picture yet. */
  open = $derived([...this.all.values()].filter((job) => !ENDED.has(job.state)).sort(newest));

  async load(): Promise<void> {
    const [queue, ...lists] = await Promise.all([
      get<{ paused: boolean }>('api/queue'),
      ...['running', 'queued', 'failed'].map((state) => get<{ jobs: Job[] }>(query('api/jobs', { state, limit: 100 }))),
    ]);
    this.paused = queue.paused;
    const found = lists.flatMap((list) => list.jobs);
    const known = new Set(found.map((job) => job.id));
    for (const [id, job] of this.all) if (!known.has(id) && !ENDED.has(job.state)) this.all.delete(id);
    for (const job of found) this.all.set(job.id, job);
    this.loaded = true;
  }

  hear(job: Job): void {
    const before = this.all.get(job.id);
    if (before && before.state !== job.state && (job.state === 'done' || job.state === 'failed')) {
      this.said = job.state === 'done' ? `Picture done: ${job.prompt}` : `Failed: ${job.error?.message ?? job.prompt}`;
      if (job.state === 'done') for (const one of job.warnings) toasts.say(sentence(one.text)); // what could not be had as it was asked for
    }
    this.all.set(job.id, job);
  }

  /** Order pictures, or (`path`) work on one that is there. What was ordered first reaches the queue first. */
  order(body: Record<string, unknown>, path = 'api/jobs'): Promise<Job[]> {
    const sent = this.#sent.then(() => this.#send(body, path));
    this.#sent = sent.catch(() => []);
    return sent;
  }

  /** The same key on every try: an answer that was lost makes no second picture. */
  async #send(body: Record<string, unknown>, path: string): Promise<Job[]> {
    const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    for (let attempt = 1; ; attempt++) {
      try {
        const { jobs } = await post<{ jobs: Job[] }>(path, body, { key });
        for (const job of jobs) if (!this.all.has(job.id)) this.all.set(job.id, job);
        return jobs;
      } catch (wrong) {
        if ((wrong as { status?: number }).status !== 0 || attempt === TRIES) throw wrong;
        await new Promise((go) => setTimeout(go, RETRY_MS * attempt));
      }
    }
  }

  cancel = (id: string) => this.#tell(`api/jobs/${id}/cancel`);
  retry = (id: string) => this.#tell(`api/jobs/${id}/retry`);
  move = (id: string, position: number) => this.#tell(`api/jobs/${id}/move`, { position });

  /** Take a failed job out of sight; the server keeps it. */
  dismiss(id: string): void {
    this.all.delete(id);
  }

  async pause(paused: boolean): Promise<void> {
    this.paused = (await post<{ paused: boolean }>('api/queue', { paused })).paused;
  }

  async #tell(path: string, body: unknown = {}): Promise<void> {
    const job = await post<Job>(path, body);
    if (job?.id) this.all.set(job.id, job);
  }
}

const newest = (a: Job, b: Job) => (a.created < b.created ? 1 : a.created > b.created ? -1 : (b.position ?? 0) - (a.position ?? 0));

export const jobs = new Jobs();
