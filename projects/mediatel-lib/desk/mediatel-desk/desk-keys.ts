import { Injectable, type Signal, inject } from '@angular/core';
import type { MediatelDialer, MediatelPauseMenu, ShortcutName } from 'mediatel-lib/ui';
import type { MediatelCallPanel } from '../call-panel/call-panel';
import { chordOf, worksEverywhere } from '../keyboard/chord';
import { DeskPages } from '../state/desk-pages';
import { OperatorInput } from '../state/operator-input';
import { MediatelShortcuts } from '../keyboard/shortcuts';

/** The parts of the desk that keys work on. */
export interface KeyTarget {
  readonly host: HTMLElement;
  readonly dialer: Signal<MediatelDialer | undefined>;
  readonly callPanel: Signal<MediatelCallPanel | undefined>;
  readonly pauses: Signal<MediatelPauseMenu | undefined>;
  readonly press: () => void;
}

/** What keys do: digits dial, the shortcuts do what the operator has set them to. */
@Injectable()
export class DeskKeys {
  readonly #shortcuts = inject(MediatelShortcuts);
  readonly #pages = inject(DeskPages);
  readonly #drafts = inject(OperatorInput);

  /** A key with the focus in the desk. */
  pressed(event: KeyboardEvent, target: KeyTarget): void {
    if (event.defaultPrevented || isWriting(event.target)) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && /^[\d*#+]$/.test(event.key)) {
      target.dialer()?.type(event.key);
      target.callPanel()?.send(event.key);
      event.preventDefault();
      return;
    }
    const chord = chordOf(event);
    if (chord === null || worksEverywhere(chord)) return;
    // A focused button has its own use for these.
    if ((chord === 'Enter' || chord === 'Space') && event.target !== target.host) return;
    this.#do(this.#shortcuts.nameOf(chord), event, target);
  }

  /** A key wherever the focus is: only what nobody types. */
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

/** Whether a key goes into a text, a list or a menu, which have their own use for it. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role=listbox], [role=combobox], [role=menu]') !== null
  );
}
