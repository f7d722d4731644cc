import { Injectable, signal } from '@angular/core';
import type * as PhoneLibrary from 'libphonenumber-js/min';

/** What is to be said of a number; nothing here forbids calling it: exchanges have short and internal numbers. */
export type NumberVerdict = 'fine' | 'incomplete' | 'unusual';

/** Numbers up to this length are internal or service numbers, of which no country's rules tell anything. */
const shortNumber = 6;

/** Formats and judges phone numbers. The rules of the world's numbers are loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class PhoneNumbers {
  readonly #library = signal<typeof PhoneLibrary | null>(null);
  #loading: Promise<void> | null = null;

  /** Loads the rules; till then, and without them, numbers are shown as typed. */
  load(): Promise<void> {
    this.#loading ??= import('libphonenumber-js/min').then(
      (library) => this.#library.set(library),
      // Offline, or a chunk gone after a deployment: the next use tries again.
      () => void (this.#loading = null),
    );
    return this.#loading;
  }

  /** The number with the spaces of its country, `country` being that of numbers without a prefix (ISO 3166-1 alpha-2). */
  format(number: string, country: string): string {
    const library = this.#library();
    if (library === null || !/^\+?\d{4,}$/.test(number)) return number;
    const formatted = new library.AsYouType(known(library, country)).input(number);
    return formatted.replace(/[^\d+]/g, '') === number ? formatted : number;
  }

  judge(number: string, country: string): NumberVerdict {
    const library = this.#library();
    if (library === null || number.length <= shortNumber || /[*#]/.test(number)) return 'fine';
    const home = known(library, country);
    if (library.isValidPhoneNumber(number, home)) return 'fine';
    return library.validatePhoneNumberLength(number, home) === 'TOO_SHORT' ? 'incomplete' : 'unusual';
  }
}

function known(library: typeof PhoneLibrary, country: string): PhoneLibrary.CountryCode | undefined {
  return library.isSupportedCountry(country) ? country : undefined;
}
