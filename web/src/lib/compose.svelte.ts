/** What is being asked for: the words, their reading as one types, and how the picture is to be taken. Kept over reloads. */
import { post, Refused } from './api';
import { given } from './given.svelte';
import { jobs } from './jobs.svelte';
import { own } from './own.svelte';
import { carried, inUnits } from './spans';
import { studio } from './studio.svelte';
import { toasts } from './toasts.svelte';
import type { Job, Reading } from './types';

const PAUSE_MS = 90;
const KEPT_PROMPTS = 200;
export const LONGEST_PROMPT = 32_000;
export const QUALITIES = ['draft', 'standard', 'final'] as const;
export const ASPECTS = ['auto', '1:1', '4:5', '3:2', '2:3', '16:9', '9:16'] as const;

const kept = <T>(key: string, otherwise: T): T => JSON.parse(localStorage.getItem(key) ?? 'null') ?? otherwise;
const keep = (key: string, value: unknown) => localStorage.setItem(key, JSON.stringify(value));

class Compose {
  prompt = $state(kept('prompt', ''));
  aspect = $state<string>(kept('aspect', 'auto'));
  quality = $state<string>(kept('quality', 'standard'));
  count = $state<number>(kept('count', 1));
  engine = $state<string | null>(kept('engine', null));
  seed = $state<number | null>(null);
  palette = $state<string>(kept('palette', ''));
  /** A line each. */
  rules = $state<string>(kept('rules', ''));
  bestOf = $state<number>(kept('bestOf', 1));
  /** Where single things are, a line each: "cup: left third". */
  boxes = $state<string>(kept('boxes', ''));
  /** The face of all words in the picture: a font's file, base64. Not kept over reloads. */
  font = $state.raw<{ name: string; url: string } | null>(null);
  /** A mark that stands on a thing as it is given; `on`: which, where it is not clear. */
  logo = $state.raw<{ name: string; url: string; on: string } | null>(null);
  /** The engine's own; another engine has others. */
  options = $state.raw<Record<string, string | number | boolean>>(kept('options', {}));
  sending = $state(false);
  /** Orders that the server has not confirmed yet. */
  #underway = new Set<string>();
  history = $state<string[]>(kept('prompts', []));
  #read = $state.raw<Reading | null>(null);
  problem = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | null = null;
  #place = -1;
  #drafted = '';

  /** The newest reading, its places carried to the text as it stands now. */
  reading = $derived(this.prompt.trim() && this.#read ? carried(this.#read, this.prompt) : null);
  fresh = $derived(this.#read?.prompt === this.prompt);

  constructor() {
    if (this.prompt.trim()) this.#ask(0);
  }

  write(text: string): void {
    this.prompt = text.slice(0, LONGEST_PROMPT);
    this.#place = -1;
    this.#changed();
  }

  set(field: 'aspect' | 'quality' | 'count' | 'engine' | 'palette' | 'rules' | 'bestOf' | 'boxes', value: string | number | null): void {
    if (field === 'engine' && value !== this.engine) this.setOptions({});
    (this as Record<string, unknown>)[field] = value;
    keep(field, value);
    if (field === 'aspect') this.#changed();
  }

  /** Step through earlier prompts: +1 older, -1 newer; the draft waits at the newest end. */
  step(by: number): void {
    const to = Math.max(-1, Math.min(this.history.length - 1, this.#place + by));
    if (to === this.#place) return;
    if (this.#place < 0) this.#drafted = this.prompt;
    this.#place = to;
    this.prompt = to < 0 ? this.#drafted : this.history[to];
    this.#changed();
  }

  setOptions(options: Record<string, string | number | boolean>): void {
    this.options = options;
    keep('options', options);
  }

  /** What would be asked of the server now; null while there are no words. */
  order(): Record<string, unknown> | null {
    const prompt = this.prompt.trim();
    if (!prompt) return null;
    const aspect = this.aspect === 'auto' ? undefined : this.aspect;
    const options = Object.keys(this.options).length ? this.options : undefined;
    return { ...this.#brief(), prompt, n: this.count, quality: this.quality, aspect, seed: this.seed ?? undefined, engine: this.engine ?? undefined, options, ...given.order() };
  }

  /** What a brief asks besides: a palette, where things are, a font, rules in words, the best of several. */
  #brief(): Record<string, unknown> {
    const lines = this.rules.split('\n').map((line) => line.trim()).filter(Boolean);
    const boxes = Object.fromEntries(this.boxes.split('\n').map((line) => line.split(/[:=]/, 2).map((part) => part.trim())).filter(([name, box]) => name && box));
    return {
      ...(Object.keys(boxes).length ? { boxes } : {}), ...(this.font ? { font: this.font.url.split(',', 2)[1] } : {}),
      ...(this.logo ? { logos: { [this.logo.on.trim()]: this.logo.url } } : {}),
      ...(this.palette.trim() ? { palette: [this.palette.trim()] } : {}), ...(lines.length ? { rubric: { rules: lines } } : {}),
      ...(this.bestOf > 1 ? { best_of: this.bestOf } : {}),
    };
  }

  async generate(): Promise<Job[] | undefined> {
    const prompt = this.prompt.trim();
    const words = this.order();
    if (!words) return;
    let order: Record<string, unknown>;
    try {
      if (own.list.length && !this.fresh) await this.#fetch(); // which thing a file is depends on the words
      order = { ...words, ...own.order(this.reading?.scene) };
    } catch (wrong) {
      return void toasts.fail(wrong);
    }
    const same = JSON.stringify(order);
    if (this.#underway.has(same)) return; // pressed twice; another order goes beside it
    this.#underway.add(same);
    this.sending = true;
    try {
      const made = await jobs.order(order);
      this.history = [prompt, ...this.history.filter((one) => one !== prompt)].slice(0, KEPT_PROMPTS);
      this.#place = -1;
      keep('prompts', this.history);
      studio.show(made.map((job) => `j:${job.id}`));
      return made;
    } catch (wrong) {
      toasts.fail(wrong);
    } finally {
      this.#underway.delete(same);
      this.sending = this.#underway.size > 0;
    }
  }

  #changed(): void {
    keep('prompt', this.prompt);
    this.#ask(PAUSE_MS);
  }

  #ask(wait: number): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
    this.problem = null;
    if (this.prompt.trim()) this.#timer = setTimeout(() => void this.#fetch(), wait);
  }

  async #fetch(): Promise<void> {
    this.#asked = new AbortController();
    try {
      const body = { prompt: this.prompt, aspect: this.aspect === 'auto' ? undefined : this.aspect };
      this.#read = inUnits(await post<Reading>('api/readings', body, { signal: this.#asked.signal }));
    } catch (wrong) {
      if ((wrong as Error).name !== 'AbortError') this.problem = wrong instanceof Refused && wrong.hint ? `${wrong.message}. ${wrong.hint}` : (wrong as Error).message;
    }
  }
}

export const compose = new Compose();
