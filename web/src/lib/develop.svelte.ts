/** The scene of the picture on the table, and what one does to it by hand or in words, step by step. Nothing is rendered until asked. */
import { post } from './api';
import { jobs } from './jobs.svelte';
import { pictures } from './pictures.svelte';
import { differences, look, put } from './scenes';
import { studio } from './studio.svelte';
import { attempt, toasts } from './toasts.svelte';
import type { Detail, Diagnostic, Difference, Phrase, Refinement, Scene } from './types';

interface Step { scene: Scene; gesture: string; when: number; words?: string }

const ONE_GESTURE_MS = 900;
const CHECK_MS = 250;
const MOST_STEPS = 200;

class Develop {
  detail = $state.raw<Detail | null>(null);
  failed = $state<string | null>(null);
  /** The id of the chosen subject, and of the chosen light. */
  subject = $state<string | null>(null);
  light = $state<string | null>(null);
  hovered = $state<string | null>(null);
  focusing = $state(false);
  changes = $state.raw<Difference[]>([]);
  problem = $state<{ message: string; hint: string | null } | null>(null);
  answer = $state.raw<{ words: string; phrases: Phrase[]; diagnostics: Diagnostic[] } | null>(null);
  thinking = $state(false);
  #steps = $state.raw<Step[]>([]);
  #at = $state(0);
  /** What the server made of the changes: the scene with all of it carried through, and the edit. */
  #checked: { from: Scene; scene: Scene; edit: unknown } | null = null;
  #kept = new Map<string, { steps: Step[]; at: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | null = null;

  scene = $derived<Scene | null>(this.#steps[this.#at]?.scene ?? null);
  base = $derived<Scene | null>(this.detail?.scene ?? null);
  dirty = $derived(this.#at > 0);
  canRedo = $derived(this.#at < this.#steps.length - 1);

  async open(id: string | null): Promise<void> {
    if (this.detail) this.#kept.set(this.detail.id, { steps: this.#steps, at: this.#at });
    this.failed = null;
    if (id === this.detail?.id) return;
    this.#clear();
    if (!id) return;
    try {
      const detail = await pictures.detail(id);
      if (studio.picture !== id) return;
      const kept = this.#kept.get(id);
      this.detail = detail;
      this.#steps = kept?.steps ?? [{ scene: detail.scene, gesture: '', when: 0 }];
      this.#at = kept?.at ?? 0;
      this.light = detail.scene.lighting.lights[0]?.id ?? null;
      if (this.dirty) this.#check();
    } catch (wrong) {
      this.failed = (wrong as Error).message;
    }
  }

  value<T>(path: string): T {
    return look(this.scene!, path) as T;
  }

  /** Change one place. Moves of one slider in a row are one step to undo. */
  set(path: string, value: unknown): void {
    if (this.scene && JSON.stringify(look(this.scene, path)) !== JSON.stringify(value)) this.#push(put(this.scene, path, value), path);
  }

  replace(scene: Scene, gesture: string, words?: string): void {
    this.#push(scene, gesture, words);
  }

  undo(): void {
    if (this.#at > 0) this.#go(this.#at - 1);
  }
  redo(): void {
    if (this.canRedo) this.#go(this.#at + 1);
  }
  reset(): void {
    this.answer = null;
    this.#go(0);
  }

  /** Words become an edit of the scene as it stands. */
  async say(words: string): Promise<boolean> {
    if (!this.scene || this.thinking) return false;
    this.thinking = true;
    const made = await attempt(post<Refinement>('api/refinements', { scene: this.scene, words }));
    this.thinking = false;
    if (!made) return false;
    this.answer = { words, phrases: made.phrases ?? [], diagnostics: made.diagnostics ?? [] };
    if (made.diff.length) this.#push(made.scene, `words ${Date.now()}`, words);
    return made.diff.length > 0;
  }

  /** Take the picture again, with the changes: same seed, same variants; as large and as clean as it was, or of another quality. */
  async render(quality?: string): Promise<void> {
    const { detail, scene } = this;
    if (!detail || !scene || !this.dirty) return;
    try {
      if (this.#checked?.from !== scene) await this.#ask();
      if (this.#checked?.from !== scene) return;
      const words = this.#steps.slice(1, this.#at + 1).flatMap((step) => step.words ?? []);
      const edit = { changes: (this.#checked.edit as { changes?: unknown[] })?.changes ?? [], words: words.join('; ') || null };
      const { width, height, quality: was } = detail.recipe;
      const made = await jobs.order({
        scene: this.#checked.scene, prompt: [detail.prompt, ...words].filter(Boolean).join('\n') || undefined, seed: detail.seed, parent: detail.id, engine: detail.engine, edit,
        size: quality ? undefined : Math.max(width, height), quality: quality ?? was,
      });
      studio.show(made.map((job) => `j:${job.id}`));
    } catch (wrong) {
      toasts.fail(wrong);
    }
  }

  #push(scene: Scene, gesture: string, words?: string): void {
    const last = this.#steps[this.#at];
    const joins = this.#at > 0 && last.gesture === gesture && Date.now() - last.when < ONE_GESTURE_MS;
    const kept = this.#steps.slice(0, joins ? this.#at : this.#at + 1);
    const first = kept.length > MOST_STEPS ? [kept[0], ...kept.slice(-MOST_STEPS)] : kept;
    this.#steps = [...first, { scene, gesture, when: Date.now(), words }];
    this.#at = this.#steps.length - 1;
    this.#check();
  }

  #go(at: number): void {
    this.#at = at;
    this.#check();
  }

  /** The server says the changes in plain words, or why they cannot be. */
  #check(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.problem = null;
    if (!this.dirty) {
      this.changes = [];
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(), CHECK_MS);
  }

  async #ask(): Promise<void> {
    const { base, scene } = this;
    if (!base || !scene) return;
    this.#asked = new AbortController();
    try {
      const made = await post<Refinement>('api/refinements', { scene: base, changes: differences(base, scene) }, { signal: this.#asked.signal });
      this.changes = made.diff;
      this.#checked = { from: scene, scene: made.scene, edit: made.edit };
    } catch (wrong) {
      if ((wrong as Error).name !== 'AbortError') this.problem = { message: (wrong as Error).message, hint: (wrong as { hint?: string | null }).hint ?? null };
    }
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.detail = null;
    this.#checked = null;
    this.#steps = [];
    this.#at = 0;
    this.changes = [];
    this.problem = this.answer = this.subject = this.light = null;
    this.focusing = false;
  }
}

export const develop = new Develop();
