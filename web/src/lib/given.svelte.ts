/** Pictures that the next one goes by: one that is to be changed, and where; others as examples. Kept while the page is open. */
import { address } from './api';
import { Refused } from './api';

export type Role = 'source' | 'reference';
/** `url`: to be shown. `sent`: what the server is told, a picture's id or a data URL. */
export interface GivenPicture { key: number; role: Role; url: string; sent: string; width: number; height: number; name: string }

const LARGEST = 20e6;

class Given {
  list = $state.raw<GivenPicture[]>([]);
  /** White where the source may change, a data URL of the source's size; none: everywhere. */
  mask = $state<string | null>(null);
  #keys = 0;

  source = $derived(this.list.find((one) => one.role === 'source') ?? null);

  async file(file: File, role: Role): Promise<void> {
    if (!/^image\/(png|jpeg|webp)$/.test(file.type)) throw new Refused(0, { message: `${file.name} is no PNG, JPEG or WebP`, hint: null });
    if (file.size > LARGEST) throw new Refused(0, { message: `${file.name} has ${Math.round(file.size / 1e6)} MB`, hint: `${LARGEST / 1e6} at most` });
    const url = await new Promise<string>((done, fail) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result as string);
      reader.onerror = () => fail(new Refused(0, { message: `${file.name} cannot be read`, hint: null }));
      reader.readAsDataURL(file);
    });
    await this.#add(url, url, role, file.name);
  }

  picture(id: string, prompt: string, role: Role): Promise<void> {
    return this.#add(address(`api/pictures/${id}/file`), id, role, prompt);
  }

  role(key: number, role: Role): void {
    if (role === 'source') this.mask = null;
    this.list = this.list.map((one) => (one.key === key ? { ...one, role } : role === 'source' ? { ...one, role: 'reference' } : one));
    if (!this.source) this.mask = null;
  }

  remove(key: number): void {
    if (this.source?.key === key) this.mask = null;
    this.list = this.list.filter((one) => one.key !== key);
  }

  /** As an order says it. */
  order(): { source?: string; mask?: string; references?: string[] } {
    if (!this.list.length) return {};
    const references = this.list.filter((one) => one.role === 'reference').map((one) => one.sent);
    return { source: this.source?.sent, mask: this.source ? (this.mask ?? undefined) : undefined, references: references.length ? references : undefined };
  }

  async #add(url: string, sent: string, role: Role, name: string): Promise<void> {
    const image = new Image();
    image.src = url;
    await image.decode().catch(() => { throw new Refused(0, { message: `${name} cannot be shown`, hint: 'Is it a picture?' }); });
    if (role === 'source') this.mask = null;
    const others = role === 'source' ? this.list.map((one) => ({ ...one, role: 'reference' as Role })) : this.list;
    this.list = [...others, { key: ++this.#keys, role, url, sent, width: image.naturalWidth, height: image.naturalHeight, name }];
  }
}

export const given = new Given();
