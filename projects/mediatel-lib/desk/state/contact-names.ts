import { isPlatformServer } from '@angular/common';
import {
  EnvironmentInjector,
  ErrorHandler,
  Injectable,
  PLATFORM_ID,
  inject,
  runInInjectionContext,
  signal,
} from '@angular/core';
import { SetupPlace } from 'mediatel-lib/ports';
import { MEDIATEL_CONTACT_LOOKUP } from 'mediatel-lib/store';
import type { ContactBook } from './contact-book';

/** The host's names of phone numbers. The code that asks for them is loaded only for a host that has a lookup. */
@Injectable({ providedIn: 'root' })
export class ContactNames {
  readonly #book = signal<ContactBook | null>(null);

  constructor() {
    // The set-up may be in a lazy route, below this service.
    const timed = inject(SetupPlace).injector.get(MEDIATEL_CONTACT_LOOKUP);
    if (timed === null || isPlatformServer(inject(PLATFORM_ID))) return;
    const [injector, errors] = [inject(EnvironmentInjector), inject(ErrorHandler)];
    import('./contact-book')
      .then((chunk) => {
        if (!injector.destroyed) this.#book.set(runInInjectionContext(injector, () => new chunk.ContactBook(timed)));
      })
      // Without it the numbers stand alone.
      .catch((error: unknown) => {
        errors.handleError(error);
      });
  }

  /** The name of a number; `null` if none is known yet. Reads signals, and asks the host if it is time to. */
  nameOf(number: string | null): string | null {
    return this.#book()?.nameOf(number) ?? null;
  }
}
