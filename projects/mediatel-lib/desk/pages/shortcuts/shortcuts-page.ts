import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MediatelIcon, MediatelIntl, type ShortcutName, shortcutNames } from 'mediatel-lib/ui';
import { chordKeys, chordOf } from '../../keyboard/chord';
import { MediatelShortcuts } from '../../keyboard/shortcuts';

/** The page of keyboard shortcuts and their editor: choose one, then press its new key. */
@Component({
  selector: 'mediatel-shortcuts-page',
  imports: [MediatelIcon, MatButton],
  templateUrl: './shortcuts-page.html',
  styleUrl: './shortcuts-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShortcutsPage {
  readonly #views = inject(MediatelIntl).viewLabels;
  readonly #labels = inject(MediatelIntl).labels;
  protected readonly shortcuts = inject(MediatelShortcuts);
  protected readonly text = computed(() => this.#views().shortcuts);
  /** The shortcut that waits for its new key. */
  protected readonly editing = signal<ShortcutName | null>(null);
  /** Why the last key was refused. */
  protected readonly conflict = signal<string | null>(null);

  protected readonly fixed = computed(() => {
    const { shortcut } = this.#labels();
    return [
      ['0–9 * # +', shortcut.digits],
      ['1–9', shortcut.chooseCode],
      ['Enter', shortcut.enterSaves],
      ['/', shortcut.search],
    ] as const;
  });
  protected readonly rows = computed(() => {
    const chords = this.shortcuts.chords();
    return shortcutNames.map((name) => ({ name, words: this.text().name[name], keys: chordKeys(chords[name]) }));
  });

  protected edit(name: ShortcutName): void {
    this.conflict.set(null);
    this.editing.update((editing) => (editing === name ? null : name));
  }

  protected stop(): void {
    this.editing.set(null);
  }

  protected keyPressed(event: KeyboardEvent): void {
    const name = this.editing();
    // Tab moves the focus, as everywhere, so it can't be a shortcut.
    if (name === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const chord = chordOf(event);
    if (chord === null || event.repeat) return;
    const conflict = this.shortcuts.change(name, chord);
    if (conflict === null) this.stop();
    const { taken, reserved, name: names } = this.text();
    this.conflict.set(conflict && (conflict === 'reserved' ? reserved : taken(names[conflict.takenBy])));
  }

  protected reset(): void {
    this.stop();
    this.conflict.set(null);
    this.shortcuts.reset();
  }
}
