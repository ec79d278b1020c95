/** The wire to the server: after it was lost, everything that may have been missed is asked for again. */
import { listen, type Link as State } from './events';
import { jobs } from './jobs.svelte';
import { pictures } from './pictures.svelte';
import { studio } from './studio.svelte';
import { toasts } from './toasts.svelte';

class Link {
  state = $state<State>('connecting');
  ready = $state(false);
  #stop: (() => void) | null = null;

  async open(): Promise<void> {
    this.#stop = listen('api/events', hear, (state) => {
      const back = this.state === 'lost' && state === 'live';
      this.state = state;
      if (back || (state === 'live' && !this.ready)) void this.#fill();
    });
    await this.#fill();
  }

  close(): void {
    this.#stop?.();
  }

  async #fill(): Promise<void> {
    try {
      await Promise.all([jobs.load(), pictures.load()]);
      if (!this.ready) studio.begin();
      this.ready = true;
    } catch (wrong) {
      if (this.state === 'live') toasts.fail(wrong);
      else this.state = 'lost';
    }
  }
}

function hear(heard: { event: string; data: string }): void {
  const data = JSON.parse(heard.data);
  if (heard.event === 'job') jobs.hear(data);
  else if (heard.event === 'picture') pictures.hear(data);
  else if (heard.event === 'queue') jobs.paused = data.paused;
}

export const link = new Link();
