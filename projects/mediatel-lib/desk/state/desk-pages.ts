import { Injectable, InjectionToken, type Type, inject, signal } from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';

/** The desk's rarely opened pages. Each is a chunk of its own. */
export type DeskPageName = 'readiness' | 'calls' | 'missed' | 'shortcuts';

/** Loads each page's chunk. */
export type PageLoaders = Readonly<Record<DeskPageName, () => Promise<Type<unknown>>>>;

/** The page loaders. Pages import `DeskPages` to close themselves, so `DeskPages` must not import the pages. */
export const PAGE_LOADERS = new InjectionToken<PageLoaders>('desk page loaders');

/** The page that covers the desk's body. It is below the state bar, so that the state stays visible. */
@Injectable()
export class DeskPages {
  readonly #intl = inject(MediatelIntl);
  readonly #loaders = inject(PAGE_LOADERS);
  readonly #open = signal<DeskPageName | null>(null);
  readonly #component = signal<Type<unknown> | null>(null);
  readonly #failed = signal(false);

  /** The open page; `null` for none. */
  readonly open = this.#open.asReadonly();
  /** The open page's component; `null` while it is loading. */
  readonly component = this.#component.asReadonly();
  /** Whether the page could not be loaded: offline, or the chunk is gone after a deployment. */
  readonly failed = this.#failed.asReadonly();

  show(name: DeskPageName): void {
    this.#open.set(name);
    this.#component.set(null);
    this.#failed.set(false);
    Promise.all([this.#loaders[name](), this.#intl.loadViews()]).then(
      ([component]) => {
        if (this.#open() === name) this.#component.set(component);
      },
      () => this.#failed.set(true),
    );
  }

  close(): void {
    this.#open.set(null);
    this.#component.set(null);
  }
}
