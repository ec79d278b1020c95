/** One door to the server: JSON in, JSON out, every failure a `Refused` with what would help. */
import type { Problem } from './types';

export class Refused extends Error {
  constructor(readonly status: number, readonly problem: Problem) {
    super(problem.message);
  }
  get hint(): string | null {
    return this.problem.hint ?? null;
  }
}

/** Addresses are relative to the page, so that the studio also works under a path behind a proxy. */
export const address = (path: string): string => new URL(path, document.baseURI).toString();

export async function call<T>(method: string, path: string, body?: unknown, options: { signal?: AbortSignal; key?: string } = {}): Promise<T> {
  const answer = await send(method, path, body, options);
  return answer.status === 204 ? (undefined as T) : reached(answer.json() as Promise<T>);
}

export async function callForPicture(path: string, body: unknown, signal?: AbortSignal): Promise<Blob> {
  return reached((await send('POST', path, body, { signal })).blob());
}

/** The server may go away before it answers, or in the middle of an answer: to who waits it is the same. */
export async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (wrong) {
    if ((wrong as Error).name === 'AbortError') throw wrong;
    throw new Refused(0, { message: 'The studio does not answer', hint: 'Is `diorama serve` still running? Your words are kept.' });
  }
}

async function send(method: string, path: string, body: unknown, options: { signal?: AbortSignal; key?: string }): Promise<Response> {
  const headers: Record<string, string> = {};
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  if (options.key) headers['idempotency-key'] = options.key;
  const given = form ? body : body === undefined ? undefined : JSON.stringify(body);
  const answer = await reached(fetch(address(path), { method, headers, signal: options.signal, body: given }));
  if (!answer.ok) {
    if (answer.status === 401) dispatchEvent(new Event('diorama:locked'));
    throw new Refused(answer.status, await problem(answer));
  }
  return answer;
}

async function problem(answer: Response): Promise<Problem> {
  try {
    const told = (await answer.json()).error;
    if (told?.message) return told;
  } catch {
    /* not ours: a proxy's page */
  }
  return { message: `The studio answered ${answer.status}`, hint: null };
}

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, { signal });
export const post = <T>(path: string, body: unknown = {}, options: { signal?: AbortSignal; key?: string } = {}) => call<T>('POST', path, body, options);
export const patch = <T>(path: string, body: unknown) => call<T>('PATCH', path, body);
export const remove = <T>(path: string) => call<T>('DELETE', path);

export function query(path: string, options: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false);
  return given.length ? `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : path;
}

export const thumbnail = (id: string, side: number): string => address(`api/pictures/${id}/thumbnail?side=${side}`);
export const file = (id: string, format?: string): string => address(query(`api/pictures/${id}/file`, { format }));
export const preview = (job: string, index: number): string => address(`api/jobs/${job}/preview?index=${index}`);
