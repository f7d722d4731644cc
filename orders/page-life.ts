import type { Page, Stage } from './stage';

type Listener = () => void;

/** The browser's life cycle events of one page: it is frozen (`freeze`) and resumed (`resume`). */
export class PageLife {
  readonly #listeners: { readonly tab: Page; readonly type: string; readonly hear: Listener }[] = [];
  readonly #addEventListener = document.addEventListener.bind(document);
  readonly #world: Stage;

  constructor(world: Stage) {
    this.#world = world;
  }

  install(): void {
    const world = this.#world;
    const listeners = this.#listeners;
    const add = this.#addEventListener;
    document.addEventListener = ((type: string, listener: Listener, options?: boolean) => {
      if ((type === 'freeze' || type === 'resume') && world.running !== null)
        listeners.push({ tab: world.running, type, hear: listener });
      else add(type, listener, options);
    }) as typeof document.addEventListener;
  }

  uninstall(): void {
    document.addEventListener = this.#addEventListener;
  }

  tell(tab: Page, type: 'freeze' | 'resume'): void {
    for (const one of this.#listeners) if (one.tab === tab && one.type === type && !tab.closed) one.hear();
  }
}
