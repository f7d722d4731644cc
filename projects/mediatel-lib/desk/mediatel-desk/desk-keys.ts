import { Injectable, type Signal, inject } from '@angular/core';
import type { MediatelDialer, MediatelPauseMenu, ShortcutName } from 'mediatel-lib/ui';
import type { AfterCallPanel } from '../after-call/after-call-panel';
import type { MediatelCallPanel } from '../call-panel/call-panel';
import { chordOf, worksEverywhere } from '../keyboard/chord';
import { DeskPages } from '../state/desk-pages';
import { OperatorInput } from '../state/operator-input';
import { MediatelShortcuts } from '../keyboard/shortcuts';

/** The parts of the desk that react to keys. */
export interface KeyTarget {
  readonly host: HTMLElement;
  readonly dialer: Signal<MediatelDialer | undefined>;
  readonly callPanel: Signal<MediatelCallPanel | undefined>;
  readonly afterCall: Signal<AfterCallPanel | undefined>;
  readonly pauses: Signal<MediatelPauseMenu | undefined>;
  readonly press: () => void;
}

/** Handles keys: digits dial, send tones or choose a call code, chords trigger shortcuts. */
@Injectable()
export class DeskKeys {
  readonly #shortcuts = inject(MediatelShortcuts);
  readonly #pages = inject(DeskPages);
  readonly #drafts = inject(OperatorInput);

  /** Handles a key that is pressed while the focus is in the desk. */
  pressed(event: KeyboardEvent, target: KeyTarget): void {
    if (event.defaultPrevented || isWriting(event.target)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && /^[\d*#+]$/.test(event.key)) {
      target.dialer()?.type(event.key);
      target.callPanel()?.send(event.key);
      if (!event.repeat) target.afterCall()?.chooseNumber(Number(event.key));
      event.preventDefault();
      return;
    }
    const chord = chordOf(event);
    if (chord === null || worksEverywhere(chord)) return;
    // A focused button needs these keys.
    if ((chord === 'Enter' || chord === 'Space') && event.target !== target.host) return;
    this.#do(this.#shortcuts.nameOf(chord), event, target);
  }

  /** Handles a key that is pressed anywhere on the page. Only chords that nobody types count. */
  pressedAnywhere(event: KeyboardEvent, target: KeyTarget): void {
    if (event.defaultPrevented) return;
    const chord = chordOf(event);
    if (chord !== null && worksEverywhere(chord)) this.#do(this.#shortcuts.nameOf(chord), event, target);
  }

  #do(name: ShortcutName | null, event: KeyboardEvent, target: KeyTarget): void {
    if (name === null) return;
    if (event.repeat) return event.preventDefault();
    switch (name) {
      case 'primary':
        target.press();
        break;
      case 'clear':
        if (target.dialer() === undefined) return;
        this.#drafts.number.set('');
        break;
      case 'pause':
        target.pauses()?.toggle();
        break;
      case 'readiness':
        this.#pages.show('readiness');
        break;
      case 'help':
        this.#pages.show('shortcuts');
        break;
      default:
        target.callPanel()?.toggle(name);
    }
    event.preventDefault();
  }
}

/** Whether the key belongs to a text field, a list or a menu. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=listbox], [role=combobox], [role=menu]') !== null
  );
}
