/** Things of one's own for the next picture: 3D files and cut-outs, sent as they are dropped; which thing of the prompt each is. Kept while the page is open. */
import { post, Refused } from './api';
import type { Scene, Sent } from './types';

/** `is`: what one said it is, by its noun; null: as its file's name tells, or the only thing there. */
export interface OwnThing { key: number; file: string; is: string | null; sha256: string; missing: string[]; url: string | null }

/** What a thing is told by; other files lie beside it (an OBJ's .mtl and pictures, a glTF's .bin). */
const SOLID = /\.(glb|gltf|obj|stl|ply|fbx|usd[acz]?|blend|zip)$/i;
const PICTURE = /\.(png|webp|tiff?)$/i;
export const ENDINGS = '.glb,.gltf,.bin,.obj,.mtl,.stl,.ply,.fbx,.usda,.usdc,.usdz,.blend,.zip,.png,.webp,.tif,.tiff,.jpg,.jpeg';

class Own {
  list = $state.raw<OwnThing[]>([]);
  sending = $state(0);
  #keys = 0;

  /** Send what was dropped: each 3D file with all that is none; without one, each cut-out. */
  async add(files: File[]): Promise<void> {
    const solid = files.filter((file) => SOLID.test(file.name));
    const things = solid.length ? solid : files;
    const beside = solid.length ? files.filter((file) => !solid.includes(file)) : [];
    for (const file of things) await this.#send(file, beside);
  }

  name(key: number, is: string): void {
    this.list = this.list.map((one) => (one.key === key ? { ...one, is: is || null } : one));
  }

  remove(key: number): void {
    const gone = this.list.find((one) => one.key === key);
    if (gone?.url) URL.revokeObjectURL(gone.url);
    this.list = this.list.filter((one) => one.key !== key);
  }

  /** Which noun of the scene it is, or null where nobody can tell. */
  noun(one: OwnThing, scene: Scene | undefined): string | null {
    const there = nouns(scene);
    if (one.is) return there.includes(one.is) ? one.is : null;
    const words = one.file.toLowerCase().split(/[^\p{L}]+/u);
    const free = there.filter((noun) => !this.list.some((other) => other.is === noun));
    return free.find((noun) => words.includes(noun.split(' ').at(-1)!.toLowerCase())) ?? (free.length === 1 && this.list.length === 1 ? free[0] : null);
  }

  /** As an order says it. Raises Refused where it is not clear what a file is. */
  order(scene: Scene | undefined): { objects?: Record<string, string> } {
    if (!this.list.length) return {};
    const objects: Record<string, string> = {};
    for (const one of this.list) {
      const noun = this.noun(one, scene);
      if (!noun) throw new Refused(0, { message: `Which thing of the picture is ${one.file}?`, hint: `Choose it beside the file: ${nouns(scene).join(', ') || 'the words name no thing yet'}` });
      if (objects[noun]) throw new Refused(0, { message: `Two files are the ${noun}`, hint: 'Choose another thing for one of them, or take one away' });
      objects[noun] = one.sha256;
    }
    return { objects };
  }

  async #send(file: File, beside: File[]): Promise<void> {
    const form = new FormData();
    form.append('file', file);
    for (const other of beside) form.append('beside', other);
    this.sending += 1;
    try {
      const sent = await post<Sent>('api/objects', form).catch((wrong: unknown) => { throw told(wrong, file.name); });
      const url = PICTURE.test(file.name) ? URL.createObjectURL(file) : null;
      this.list = [...this.list, { key: ++this.#keys, file: file.name, is: null, sha256: sent.sha256, missing: sent.missing, url }];
    } finally {
      this.sending -= 1;
    }
  }
}

/** Whether what was dropped is things: 3D files, or pictures of which something is transparent. Any other picture is one to be read. */
export async function areThings(files: File[]): Promise<boolean> {
  if (files.some((file) => !PICTURE.test(file.name) && !file.type.startsWith('image/'))) return true;
  return (await Promise.all(files.map(seeThrough))).some(Boolean);
}

async function seeThrough(file: File): Promise<boolean> {
  if (/\.tiff?$/i.test(file.name)) return true; // browsers cannot look into it; the server does
  const image = await createImageBitmap(file, { resizeWidth: 64, resizeHeight: 64 }).catch(() => null);
  const canvas = new OffscreenCanvas(64, 64).getContext('2d');
  if (!image || !canvas) return false;
  canvas.drawImage(image, 0, 0);
  return canvas.getImageData(0, 0, 64, 64).data.some((value, k) => k % 4 === 3 && value < 250);
}

/** What the words name, each once. */
export const nouns = (scene: Scene | undefined): string[] => [...new Set((scene?.subjects ?? []).filter((one) => !one.implied).map((one) => one.noun))];

const told = (wrong: unknown, file: string): unknown => (wrong instanceof Refused ? new Refused(wrong.status, { ...wrong.problem, message: `${file}: ${wrong.message}` }) : wrong);

export const own = new Own();
