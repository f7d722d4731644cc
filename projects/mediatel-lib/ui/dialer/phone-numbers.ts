import { Injectable, signal } from '@angular/core';
import type * as PhoneLibrary from 'libphonenumber-js/min';
import { groupByThree, groupUkrainian } from '../format/group-digits';

/** What a number looks like. Every number may be called: exchanges have short and internal numbers. */
export type NumberVerdict = 'fine' | 'incomplete' | 'unusual';

/** The longest internal or service number, in digits. A country's rules do not cover these. */
const shortNumber = 6;
/** So many digits in one piece, which no country's rules group, are grouped by three. */
const longGroup = /\d{8}/;

/** Formats and checks phone numbers. The rules for numbers of all countries are loaded when first needed. */
@Injectable({ providedIn: 'root' })
export class PhoneNumbers {
  readonly #library = signal<typeof PhoneLibrary | null>(null);
  #loading: Promise<void> | null = null;

  /** Loads the rules. Without them, numbers are shown as typed. Never rejects: the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= import('libphonenumber-js/min').then(
      (library) => this.#library.set(library),
      // Offline, or the chunk is gone after a deployment: the next use tries again.
      () => void (this.#loading = null),
    );
    return this.#loading;
  }

  /**
   * The number as people read it out: `+380 66 123 45 01`, `066 123 45 01`, and others with their country's spaces.
   *
   * `country` is the country of numbers without a prefix (ISO 3166-1 alpha-2). Only spaces and dashes are added.
   */
  format(number: string, country: string): string {
    const library = this.#library();
    if (!/^\+?\d{4,}$/.test(number)) return number;
    const ukrainian = groupUkrainian(number, country);
    if (ukrainian !== null) return ukrainian;
    if (library === null) return number;
    const formatted = new library.AsYouType(known(library, country)).input(number);
    const isWhole = formatted.replace(/[^\d+]/g, '') === number;
    if (isWhole && !longGroup.test(formatted)) return formatted;
    return groupByThree(number);
  }

  /** Whether a number looks complete and usual. Without the rules every number is `fine`. `country` as in `format()`. */
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
