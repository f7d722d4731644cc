import { Injectable, computed, signal } from '@angular/core';
import { type ShortcutName, shortcutNames } from 'mediatel-lib/ui';
import { type Chord, isReserved } from './chord';

const key = 'mediatel-shortcuts';

const delivered: Readonly<Record<ShortcutName, Chord>> = {
  primary: 'Enter',
  clear: 'Escape',
  mute: 'KeyM',
  hold: 'KeyH',
  keys: 'KeyK',
  note: 'KeyN',
  pause: 'KeyP',
  readiness: 'KeyR',
  help: '?',
};

/** Why a shortcut could not be changed: another has the chord, or it is needed for typing. */
export type ShortcutConflict = { readonly takenBy: ShortcutName } | 'reserved';

/** The shortcuts and their keys, as the operator changed them in this browser. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  readonly #changed = signal<Partial<Record<ShortcutName, Chord>>>(read());

  readonly chords = computed<Readonly<Record<ShortcutName, Chord>>>(() => ({ ...delivered, ...this.#changed() }));
  readonly areChanged = computed(() => Object.keys(this.#changed()).length > 0);

  /** What a chord does. */
  nameOf(chord: Chord): ShortcutName | null {
    return shortcutNames.find((name) => this.chords()[name] === chord) ?? null;
  }

  /** Gives a shortcut another chord, or says why not. */
  change(name: ShortcutName, chord: Chord): ShortcutConflict | null {
    if (isReserved(chord)) return 'reserved';
    const takenBy = this.nameOf(chord);
    if (takenBy !== null && takenBy !== name) return { takenBy };
    const others = Object.entries(this.#changed()).filter(([other]) => other !== name);
    this.#keep(Object.fromEntries(chord === delivered[name] ? others : [...others, [name, chord]]));
    return null;
  }

  reset(): void {
    this.#keep({});
  }

  #keep(changed: Partial<Record<ShortcutName, Chord>>): void {
    this.#changed.set(changed);
    try {
      localStorage.setItem(key, JSON.stringify(changed));
    } catch {
      // Storage may be full or forbidden: the change then lasts as long as the page.
    }
  }
}

function read(): Partial<Record<ShortcutName, Chord>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const known = Object.entries(stored).filter(
      ([name, chord]) => shortcutNames.some((other) => other === name) && typeof chord === 'string',
    );
    return Object.fromEntries(known);
  } catch {
    // Forbidden, or not ours: as delivered.
    return {};
  }
}
