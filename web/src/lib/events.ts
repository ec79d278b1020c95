/** Server-sent events over fetch: it can say where it stopped (`Last-Event-ID`), after a lost connection as after a reload of the page. */
import { address } from './api';
import { parse, type Heard } from './stream';

export type Link = 'connecting' | 'live' | 'lost';

const LONGEST_WAIT = 8000;
const REST_WHEN_HIDDEN = 60_000;
/** Milliseconds. A browser opens few connections to one server: tabs out of sight let go of theirs. */

export function listen(path: string, hear: (heard: Heard) => void, say: (link: Link) => void): () => void {
  let last = sessionStorage.getItem('last-event') ?? '';
  let stopper = new AbortController();
  let over = false;
  let resting: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    let wait = 250;
    while (!over && !stopper.signal.aborted) {
      try {
        const headers: Record<string, string> = last ? { 'last-event-id': last } : {};
        const answer = await fetch(address(path), { headers, signal: stopper.signal, cache: 'no-store' });
        if (answer.status === 401) return;
        if (!answer.ok || !answer.body) throw new Error(String(answer.status));
        say('live');
        wait = 250;
        for await (const heard of parse(answer.body)) {
          if (heard.id) sessionStorage.setItem('last-event', (last = heard.id));
          hear(heard);
        }
      } catch {
        if (stopper.signal.aborted) return;
      }
      say('lost');
      await new Promise((go) => setTimeout(go, wait));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  function seen(): void {
    clearTimeout(resting);
    if (document.hidden) resting = setTimeout(() => stopper.abort(), REST_WHEN_HIDDEN);
    else if (stopper.signal.aborted) {
      stopper = new AbortController();
      void run();
    }
  }

  document.addEventListener('visibilitychange', seen);
  void run();
  return () => {
    over = true;
    stopper.abort();
    document.removeEventListener('visibilitychange', seen);
  };
}
