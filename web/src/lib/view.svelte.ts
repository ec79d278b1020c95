/** Where one is: the route (in the address, so that a reload and a link find it again), open dialogs, theme, panels. */
export type Route = { name: 'studio'; id?: string } | { name: 'gallery'; board?: string } | { name: 'compare'; a: string; b: string } | { name: 'models' };
export type Dialog = 'help' | 'queue' | 'lineage' | 'export' | 'recipe' | 'prompts' | 'vary' | 'retouch' | 'wider' | null;
export type Theme = 'auto' | 'dark' | 'light';
/** On a phone one panel shows at a time. */
export type Pane = 'make' | 'picture' | 'adjust';

class View {
  route = $state.raw<Route>(read());
  dialog = $state<Dialog>(null);
  theme = $state<Theme>((localStorage.getItem('theme') as Theme) ?? 'auto');
  left = $state(localStorage.getItem('left') !== 'closed');
  right = $state(localStorage.getItem('right') !== 'closed');
  pane = $state<Pane>('make');
  info = $state(false);
  /** What is to be read, set flat, in the picture's place. */
  flat = $state(false);
  /** Counts how often the picture was to be magnified or fitted. */
  zooms = $state(0);
  /** A picture that was dropped on the page, for the recipe reader. */
  dropped = $state.raw<File | null>(null);

  /** True where the server asks for a token first. */
  locked = $state(false);

  constructor() {
    addEventListener('diorama:locked', () => (this.locked = true));
    addEventListener('hashchange', () => (this.route = read()));
  }

  go(route: Route): void {
    const hash = write(route);
    if (hash === (location.hash || '#/')) return;
    const same = route.name === this.route.name;
    history[same ? 'replaceState' : 'pushState'](null, '', hash);
    this.route = route;
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    if (theme === 'auto') {
      localStorage.removeItem('theme');
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem('theme', theme);
      document.documentElement.dataset.theme = theme;
    }
  }

  togglePanel(side: 'left' | 'right'): void {
    this[side] = !this[side];
    localStorage.setItem(side, this[side] ? 'open' : 'closed');
  }
}

function read(): Route {
  const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  if (name === 'gallery') return { name, board: rest[0] || undefined };
  if (name === 'compare' && rest[1]) return { name, a: rest[0], b: rest[1] };
  if (name === 'models') return { name };
  if (name === 'picture' && rest[0]) return { name: 'studio', id: rest[0] };
  return { name: 'studio' };
}

function write(route: Route): string {
  if (route.name === 'gallery') return route.board ? `#/gallery/${route.board}` : '#/gallery';
  if (route.name === 'compare') return `#/compare/${route.a}/${route.b}`;
  if (route.name === 'models') return '#/models';
  return route.id ? `#/picture/${route.id}` : '#/';
}

export const view = new View();
