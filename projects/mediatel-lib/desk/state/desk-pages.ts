import { Injectable, InjectionToken, type Type, inject, signal } from '@angular/core';
import { MediatelIntl } from 'mediatel-lib/ui';

/** Views that are seldom open: each comes in a chunk of its own. */
export type DeskPageName = 'readiness' | 'calls' | 'missed' | 'shortcuts';

/** How each page's chunk is fetched. */
export type PageLoaders = Readonly<Record<DeskPageName, () => Promise<Type<unknown>>>>;

/** Provided beside `DeskPages`: a page may close itself, so what opens pages must not import them. */
export const PAGE_LOADERS = new InjectionToken<PageLoaders>('desk page loaders');

/** The page that lies over the desk's body, below the state bar: whatever comes, the state stays to be seen. */
@Injectable()
export class DeskPages {
  readonly #intl = inject(MediatelIntl);
  readonly #loaders = inject(PAGE_LOADERS);
  readonly #open = signal<DeskPageName | null>(null);
  readonly #component = signal<Type<unknown> | null>(null);
  readonly #failed = signal(false);

  readonly open = this.#open.asReadonly();
  /** `null` while it is loading. */
  readonly component = this.#component.asReadonly();
  /** Offline, or a chunk gone after a deployment. */
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
