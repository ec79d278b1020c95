/** Keys that fingers know. Each is data, so that the help cannot differ from what the page does. */
export const APPLE = /Mac|iP(hone|ad)/.test(navigator.platform);
export const MOD = APPLE ? '⌘' : 'Ctrl ';

export interface Key { keys: string; does: string; where: string; run: (event: KeyboardEvent) => void; typing?: boolean }

/** "Mod+Shift+Z" for an event; letters are upper case, shift is named only beside Mod, Alt or a letter. */
export function named(event: KeyboardEvent): string {
  const letter = event.key.length === 1 && /[a-z]/i.test(event.key);
  const key = letter ? event.key.toUpperCase() : event.key;
  const shift = event.shiftKey && (letter || event.key.length > 1);
  return [(event.ctrlKey || event.metaKey) && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

const PRESSED = ['radio', 'checkbox', 'button', 'range', 'color', 'file'];
const MOVES = /^(Arrow|Home|End|Page)/;

/** Whether a key belongs to what has the focus: letters to a text, arrows to a slider. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (target.tagName === 'INPUT' && PRESSED.includes((target as HTMLInputElement).type)) return MOVES.test(event.key);
  return target.isContentEditable || ['TEXTAREA', 'SELECT', 'INPUT'].includes(target.tagName);
}

export function shown(keys: string): string[] {
  const names: Record<string, string> = { Mod: APPLE ? '⌘' : 'Ctrl', Alt: APPLE ? '⌥' : 'Alt', Shift: '⇧', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Enter: '↵', Escape: 'Esc', ' ': 'Space', Delete: 'Del' };
  return keys.split(/\+(?=.)/).map((key) => names[key] ?? key);
}
