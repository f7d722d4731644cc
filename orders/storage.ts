import { storedPlaces } from 'mediatel-lib/ports';
import type { Page, Stage } from './stage';

type Listener = (event: StorageEvent) => void;

/** The browser's local storage. When one tab writes, each other tab gets the event at its own time. */
export class SharedStorage {
  readonly #listeners: { readonly tab: Page; readonly hear: Listener }[] = [];
  readonly #setItem = Storage.prototype.setItem;
  readonly #removeItem = Storage.prototype.removeItem;
  readonly #addEventListener = globalThis.addEventListener;
  readonly #world: Stage;

  constructor(world: Stage) {
    this.#world = world;
  }

  install(): void {
    const world = this.#world;
    const listeners = this.#listeners;
    const add = this.#addEventListener;
    const tell = (key: string, newValue: string | null): void => this.#tell(key, newValue);
    const [setItem, removeItem] = [this.#setItem, this.#removeItem];
    Storage.prototype.setItem = function (key: string, value: string): void {
      setItem.call(this, key, value);
      tell(key, value);
    };
    Storage.prototype.removeItem = function (key: string): void {
      removeItem.call(this, key);
      tell(key, null);
    };
    globalThis.addEventListener = ((type: string, listener: Listener, options?: boolean) => {
      if (type === 'storage' && world.running !== null) listeners.push({ tab: world.running, hear: listener });
      else add.call(globalThis, type, listener as EventListener, options);
    }) as typeof addEventListener;
  }

  uninstall(): void {
    Storage.prototype.setItem = this.#setItem;
    Storage.prototype.removeItem = this.#removeItem;
    globalThis.addEventListener = this.#addEventListener;
  }

  #tell(key: string, newValue: string | null): void {
    // Nobody listens to it, and each event would be one more step.
    if (key === storedPlaces.sipCall.key) return;
    const writer = this.#world.running;
    for (const { tab, hear } of this.#listeners) {
      if (tab === writer || tab.closed) continue;
      this.#world.schedule.add({
        lane: `storage>${tab.name}`,
        label: `${tab.name} hears of ${key}`,
        tab,
        run: () => hear(new StorageEvent('storage', { key, newValue })),
      });
    }
  }
}
