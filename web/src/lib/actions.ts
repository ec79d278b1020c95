/** What keys and buttons do. One table: the help is drawn from it. */
import { compose } from './compose.svelte';
import { develop } from './develop.svelte';
import { jobs } from './jobs.svelte';
import { isTyping, named, type Key } from './keys';
import { pictures } from './pictures.svelte';
import { studio } from './studio.svelte';
import { without } from './subjects';
import { attempt } from './toasts.svelte';
import { view } from './view.svelte';

const targets = () => studio.ids();

/** What the darkroom does to the picture on the table. */
function work(wish: Record<string, unknown>): void {
  const [picture] = targets();
  if (picture) void attempt(jobs.order({ picture, ...wish }, 'api/darkroom').then((made) => studio.show(made.map((job) => `j:${job.id}`))));
}

export const actions = {
  generate: () => {
    void compose.generate();
    view.pane = 'picture';
  },
  cancel: () => {
    const job = studio.job ?? jobs.running[0] ?? jobs.queued[0];
    if (job) void attempt(jobs.cancel(job.id));
  },
  star: () => targets().forEach((id) => void attempt(pictures.star(id))),
  remix: () => {
    const picture = pictures.all.get(targets()[0]);
    if (!picture) return;
    compose.write(picture.prompt);
    view.pane = 'make';
  },
  seed: () => {
    const picture = pictures.all.get(targets()[0]);
    if (picture) compose.seed = picture.seed;
  },
  trash: () => {
    const ids = targets();
    if (!ids.length) return;
    const next = studio.strip.find((item, index) => index > studio.strip.indexOf(`p:${ids[0]}`) && !ids.includes(item.slice(2))) ?? studio.strip.find((item) => !ids.includes(item.slice(2)));
    void attempt(pictures.trash(ids)).then(() => studio.show(next ? [next] : []));
  },
  compare: () => {
    const [a, b] = targets();
    if (!a) return;
    const other = b ?? pictures.all.get(a)?.parent ?? studio.strip.find((item) => item.startsWith('p:') && item !== `p:${a}`)?.slice(2);
    if (other) view.go({ name: 'compare', a: other, b: a });
  },
  dropThing: () => {
    if (!develop.scene || !develop.subject) return;
    develop.replace(without(develop.scene, develop.subject), `without ${develop.subject}`);
    develop.subject = null;
  },
  enlarge: () => work({ operation: 'enlarge', times: 2 }),
  cutout: () => work({ operation: 'cutout' }),
  download: () => targets().length && (view.dialog = 'export'),
};

const at = (...names: string[]) => () => names.includes(view.route.name);
const inStudio = at('studio');

interface Bound extends Key { when?: () => boolean }

export const KEYS: Bound[] = [
  { keys: 'Mod+Enter', does: 'Generate', where: 'Everywhere', typing: true, run: actions.generate },
  { keys: 'Mod+Shift+Enter', does: 'Render the changes', where: 'Everywhere', typing: true, run: () => void develop.render() },
  { keys: 'Mod+Z', does: 'Undo', where: 'Scene', when: inStudio, run: () => develop.undo() },
  { keys: 'Mod+Shift+Z', does: 'Redo', where: 'Scene', when: inStudio, run: () => develop.redo() },
  { keys: 'F', does: 'Set the focus: then click', where: 'Scene', when: inStudio, run: () => (develop.focusing = !develop.focusing) },
  { keys: 'W', does: 'Change it in words', where: 'Scene', when: inStudio, run: () => document.getElementById('refine')?.focus() },
  { keys: 'Backspace', does: 'Remove the chosen thing', where: 'Scene', when: () => inStudio() && develop.subject !== null, run: () => actions.dropThing() },
  { keys: 'Escape', does: 'Let go', where: 'Scene', when: () => inStudio() && (develop.focusing || develop.subject !== null), run: () => { if (develop.focusing) develop.focusing = false; else develop.subject = null; } },
  { keys: 'I', does: 'Its words over it', where: 'Picture', when: inStudio, run: () => (view.info = !view.info) },
  { keys: 'Y', does: 'Photographed or flat', where: 'Picture', when: inStudio, run: () => (view.flat = !view.flat) },
  { keys: 'Shift+X', does: 'Cancel', where: 'Everywhere', run: actions.cancel },
  { keys: 'Q', does: 'Queue', where: 'Everywhere', run: () => (view.dialog = 'queue') },
  { keys: 'G', does: 'Gallery', where: 'Everywhere', run: () => view.go({ name: 'gallery' }) },
  { keys: '?', does: 'These keys', where: 'Everywhere', run: () => (view.dialog = 'help') },
  { keys: 'ArrowLeft', does: 'Newer picture', where: 'Picture', when: inStudio, run: () => studio.step(-1) },
  { keys: 'ArrowRight', does: 'Older picture', where: 'Picture', when: inStudio, run: () => studio.step(1) },
  { keys: '.', does: 'Star', where: 'Picture', when: inStudio, run: actions.star },
  { keys: 'R', does: 'Remix: use its words', where: 'Picture', when: inStudio, run: actions.remix },
  { keys: 'S', does: 'Use its seed', where: 'Picture', when: inStudio, run: actions.seed },
  { keys: 'M', does: 'Compare', where: 'Picture', when: inStudio, run: actions.compare },
  { keys: 'D', does: 'Download', where: 'Picture', when: inStudio, run: actions.download },
  { keys: 'E', does: 'Enlarge: twice as wide and high', where: 'Picture', when: inStudio, run: actions.enlarge },
  { keys: 'Shift+E', does: 'Wider frame', where: 'Picture', when: () => inStudio() && studio.picture !== null, run: () => (view.dialog = 'wider') },
  { keys: 'X', does: 'Cut the things out', where: 'Picture', when: inStudio, run: actions.cutout },
  { keys: 'Z', does: 'Magnify, or fit', where: 'Picture', when: inStudio, run: () => view.zooms++ },
  { keys: 'Shift+V', does: 'Variations along one layer', where: 'Picture', when: () => inStudio() && studio.picture !== null, run: () => (view.dialog = 'vary') },
  { keys: 'T', does: 'Retouch a part of it', where: 'Picture', when: () => inStudio() && studio.picture !== null, run: () => (view.dialog = 'retouch') },
  { keys: 'L', does: 'Lineage', where: 'Picture', when: () => inStudio() && targets().length > 0, run: () => (view.dialog = 'lineage') },
  { keys: 'Escape', does: 'Back from comparing', where: 'Picture', when: at('compare'), run: () => view.route.name === 'compare' && studio.show([`p:${view.route.b}`]) },
  { keys: 'Delete', does: 'Move to the trash', where: 'Picture', when: inStudio, run: actions.trash },
];

export function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const name = named(event);
  if (name === 'Escape' && isTyping(event)) return (event.target as HTMLElement).blur(); // out of the text, so that letters are keys again
  const key = KEYS.find((one) => one.keys === name && (one.typing || !isTyping(event)) && (one.when?.() ?? true));
  if (!key) return;
  event.preventDefault();
  key.run(event);
}
