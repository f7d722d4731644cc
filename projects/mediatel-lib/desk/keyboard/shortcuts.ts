import { Injectable, computed, signal } from '@angular/core';
import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { type ShortcutName, shortcutNames } from 'mediatel-lib/ui';
import { type Chord, isReserved } from './chord';

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

/** Why a shortcut was not changed: another shortcut has the chord, or typing needs it. */
export type ShortcutConflict = { readonly takenBy: ShortcutName } | 'reserved';

const kept = storedValue(storedPlaces.shortcuts, decodeChanges);

/** The shortcuts and their keys. Changes are kept in this browser. */
@Injectable({ providedIn: 'root' })
export class MediatelShortcuts {
  readonly #changed = signal<Partial<Record<ShortcutName, Chord>>>(kept.read({}));

  /** The chord of each shortcut. */
  readonly chords = computed<Readonly<Record<ShortcutName, Chord>>>(() => ({ ...delivered, ...this.#changed() }));
  /** Whether any shortcut differs from its default. */
  readonly areChanged = computed(() => Object.keys(this.#changed()).length > 0);

  /** The shortcut that a chord triggers; `null` when there is none. */
  nameOf(chord: Chord): ShortcutName | null {
    return shortcutNames.find((name) => this.chords()[name] === chord) ?? null;
  }

  /** Gives a shortcut another chord. Returns `null`, or the conflict that prevents it. */
  change(name: ShortcutName, chord: Chord): ShortcutConflict | null {
    if (isReserved(chord)) return 'reserved';
    const takenBy = this.nameOf(chord);
    if (takenBy !== null && takenBy !== name) return { takenBy };
    const others = Object.entries(this.#changed()).filter(([other]) => other !== name);
    this.#keep(Object.fromEntries(chord === delivered[name] ? others : [...others, [name, chord]]));
    return null;
  }

  /** Restores the default chords. */
  reset(): void {
    this.#keep({});
  }

  #keep(changed: Partial<Record<ShortcutName, Chord>>): void {
    this.#changed.set(changed);
    kept.write(changed);
  }
}

function decodeChanges(stored: unknown): Partial<Record<ShortcutName, Chord>> {
  if (typeof stored !== 'object' || stored === null) return {};
  const known = Object.entries(stored).filter(
    ([name, chord]) => shortcutNames.some((other) => other === name) && typeof chord === 'string',
  );
  return Object.fromEntries(known);
}
