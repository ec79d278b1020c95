/** Short messages at the edge of the screen, read aloud too. Failures stay until they are dismissed. */
import { Refused } from './api';

export interface Toast { id: number; kind: 'note' | 'error'; text: string; hint?: string | null; action?: { label: string; run: () => void } }

const SHOWN_MS = 6000;

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;

  say(text: string, action?: Toast['action']): void {
    this.#push({ id: this.#next++, kind: 'note', text, action });
  }

  fail(wrong: unknown): void {
    if ((wrong as Error)?.name === 'AbortError') return;
    const text = wrong instanceof Error ? wrong.message : String(wrong);
    const hint = wrong instanceof Refused ? wrong.hint : null;
    if (!this.list.some((toast) => toast.kind === 'error' && toast.text === text)) this.#push({ id: this.#next++, kind: 'error', text, hint });
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  #push(toast: Toast): void {
    this.list = [...this.list.slice(-3), toast];
    if (toast.kind === 'note') setTimeout(() => this.drop(toast.id), SHOWN_MS);
  }
}

export const toasts = new Toasts();

/** Run something that may be refused; what went wrong is shown, and undefined comes back. */
export async function attempt<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (wrong) {
    toasts.fail(wrong);
  }
}
