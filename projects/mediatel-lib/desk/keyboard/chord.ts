/**
 * A key with its modifiers, as text: `KeyM`, `Alt+KeyM`, `F8`, `Enter`, `?`.
 *
 * Letters are named by their place (`event.code`), so that a shortcut works in every keyboard layout.
 */
export type Chord = string;

/** Keys that the browser keeps, or that typing needs. */
const reserved = /^(Ctrl\+Key[TWN]|[\d*#+/]|Tab|Space|Backspace|Delete|Arrow\w+|Home|End|Page\w+)$/;

/** The chord of a pressed key; `null` for a modifier alone and for keys that can't be shortcuts. */
export function chordOf(event: KeyboardEvent): Chord | null {
  if (event.isComposing || event.getModifierState('AltGraph')) return null;
  const { code, key } = event;
  if (['Control', 'Shift', 'Alt', 'Meta', 'Dead', 'Unidentified'].includes(key)) return null;
  const modified = event.ctrlKey || event.altKey || event.metaKey;
  const byPlace = /^Key[A-Z]$/.test(code) || (modified && /^Digit\d$/.test(code));
  const name = byPlace ? code : key === ' ' ? 'Space' : key;
  const modifiers = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.metaKey && 'Meta',
    // The character already contains Shift, unless the key is named by its place.
    event.shiftKey && byPlace && 'Shift',
  ];
  return [...modifiers.filter(Boolean), name].join('+');
}

/** Whether a chord works on the whole page, because nobody types it. */
export const worksEverywhere = (chord: Chord): boolean => /^(Ctrl|Alt|Meta)\+|^F\d+$/.test(chord);

/** Whether a chord can't be a shortcut. */
export const isReserved = (chord: Chord): boolean => reserved.test(chord);

/** The names of a chord's keys, as printed on the keyboard. */
export const chordKeys = (chord: Chord): readonly string[] =>
  chord.split(/\+(?=.)/).map((part) => part.replace(/^(?:Key|Digit)(?=.$)/, '').replace(/^Escape$/, 'Esc'));
