import { ChangeDetectionStrategy, Component, Injector, afterNextRender, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: '<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  constructor() {
    const injector = inject(Injector);
    // It sets the document's language and title, and comes with all parts of the library's `ui`: the first page does not wait for
    // it. Without its chunk the document stays in English.
    afterNextRender(() => {
      void import('./kit/page-title').then(({ PageTitle }) => injector.get(PageTitle)).catch(() => undefined);
      void import('./version/new-version').then(({ NewVersion }) => injector.get(NewVersion)).catch(() => undefined);
    });
  }
}
