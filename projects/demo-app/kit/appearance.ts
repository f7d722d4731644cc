import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { recall, remember } from './remembered';

export const appearances = ['system', 'light', 'dark', 'contrast'] as const;

/** An appearance. `system` follows the operating system, also when it changes; `contrast` takes light or dark from it. */
export type AppearanceName = (typeof appearances)[number];

const key = 'verba.appearance';

function stored(): AppearanceName {
  const value = recall(key);
  return appearances.find((name) => name === value) ?? 'system';
}

/** Light, dark or high contrast, kept in this browser. The theme's colours are `light-dark()` pairs: one attribute changes all. */
@Injectable({ providedIn: 'root' })
export class Appearance {
  readonly #root = inject(DOCUMENT).documentElement;
  readonly #name = signal(stored());

  readonly name = this.#name.asReadonly();

  constructor() {
    this.#show();
  }

  choose(name: AppearanceName): void {
    this.#name.set(name);
    remember(key, name);
    this.#show();
  }

  #show(): void {
    const name = this.#name();
    if (name === 'system') this.#root.removeAttribute('data-theme');
    else this.#root.setAttribute('data-theme', name);
  }
}
