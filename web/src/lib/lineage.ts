/** The tree of a picture's relatives laid out: columns by generation, rows so that children stand beside their parent. */
import type { Picture, Tree } from './types';

export interface Node { picture: Picture; column: number; row: number; parent: Node | null; told: string | null }

export function place(tree: Tree): Node[] {
  const nodes: Node[] = [];
  let free = 0;
  const put = (branch: Tree, column: number, parent: Node | null): Node => {
    const node: Node = { picture: branch.picture, column, row: 0, parent, told: parent ? words(branch.picture.edit) : null };
    nodes.push(node);
    const rows = branch.children.map((child) => put(child, column + 1, node).row);
    node.row = rows.length ? rows[0] : free++;
    return node;
  };
  put(tree, 0, null);
  return nodes;
}

/** What was changed, in a few words. */
export function words(edit: unknown): string {
  const told = edit as { words?: string; text?: string; changes?: { path: (string | number)[] | string }[] } | null;
  if (told?.words) return told.words;
  if (told?.text) return told.text;
  const paths = (told?.changes ?? []).map((change) => (Array.isArray(change.path) ? change.path.map(String) : change.path.split('.')).filter((step) => /^[a-z_]+$/.test(step)).at(-1)!.replaceAll('_', ' '));
  return paths.length ? [...new Set(paths)].join(', ') : 'again';
}
