import { Injectable, inject } from '@angular/core';
import type { PresenceCall } from 'mediatel-lib/hub-protocol';
import { MEDIATEL_CONFIG, MediatelSetupError, SetupPlace } from 'mediatel-lib/ports';
import { MediatelIntl, PhoneNumbers } from 'mediatel-lib/ui';

/** The country of a page that has boards alone and no set-up: the set-up's own default. */
const withoutSetup = 'UA';

/** An operator's present call in words. Numbers are written as the desk writes them: `066 123 45 01`. */
@Injectable({ providedIn: 'root' })
export class CallWords {
  readonly #intl = inject(MediatelIntl);
  readonly #numbers = inject(PhoneNumbers);
  readonly #country = homeCountry();

  constructor() {
    void this.#numbers.load();
  }

  /** The direction and the number; each is empty if it is unknown, or if the supervisor may not see it. */
  of({ kind, number }: PresenceCall): { readonly kind: string; readonly number: string } {
    const { incoming, outgoing, predictive } = this.#intl.labels();
    const kinds = { incoming, outgoing, predictive, unknown: '' } as const;
    return { kind: kinds[kind], number: this.#numbers.format(number ?? '', this.#country) };
  }
}

/** The set-up's `defaultCountry` (ISO 3166-1 alpha-2). */
function homeCountry(): string {
  try {
    return inject(SetupPlace).injector.get(MEDIATEL_CONFIG).defaultCountry;
  } catch (error) {
    if (error instanceof MediatelSetupError) return withoutSetup;
    throw error;
  }
}
