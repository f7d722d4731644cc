import { Injectable, signal } from '@angular/core';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** The name of the open page, as the routes' `title` says it. `PageTitle` shows it in the reader's language. */
@Injectable({ providedIn: 'root' })
export class RouteTitle extends TitleStrategy {
  readonly #name = signal<string | undefined>(undefined);

  readonly name = this.#name.asReadonly();

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.#name.set(this.buildTitle(snapshot));
  }
}
