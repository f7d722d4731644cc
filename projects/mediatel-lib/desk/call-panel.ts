import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { MEDIATEL_CONFIG, Softphone } from 'mediatel-lib/ports';
import { CommandActions } from 'mediatel-lib/store';
import { CallCard, CallControls, Keypad, LevelMeter, MediatelIntl } from 'mediatel-lib/ui';
import { Drafts } from './drafts';
import { NoteDelivery } from './note-delivery';
import { Operator } from './operator';
import { waitsForAnswer } from './primary-choice';
import { refusalWords } from './refusal-words';

/** The call under way: who and why, how loud, and what can be done besides ending it. */
@Component({
  selector: 'mediatel-call-panel',
  imports: [CallCard, CallControls, Keypad, LevelMeter, MatButton],
  templateUrl: './call-panel.html',
  styleUrl: './call-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallPanel {
  readonly #store = inject(Store);
  protected readonly operator = inject(Operator);
  protected readonly drafts = inject(Drafts);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly levels = inject(Softphone).levels;
  protected readonly notes = inject(NoteDelivery).possible;
  readonly #config = inject(MEDIATEL_CONFIG, { optional: true });
  protected readonly country = this.#config?.defaultCountry ?? 'UA';

  protected readonly call = this.operator.call;
  protected readonly agent = this.operator.agent;
  /** Some servers send the queue or the number as the caller's name: no need to say it twice. */
  protected readonly name = computed(() => {
    const call = this.call();
    const name = call?.callerName ?? null;
    return name === call?.queueName || name === call?.otherParty ? null : name;
  });
  protected readonly muted = computed(() => (this.call()?.mute ?? 'off') !== 'off');
  protected readonly held = computed(() => this.call()?.phase === 'held');
  /** The primary action is then to answer, and declining needs a button of its own. */
  protected readonly waitsForAnswer = computed(() =>
    waitsForAnswer(this.call(), this.#config?.autoAnswer ?? 'expected'),
  );

  /** Which of the two shares the panel's free space. */
  readonly #unfolded = signal<'keys' | 'note' | null>(this.notes ? 'note' : null);
  protected readonly keysOpen = computed(() => this.#unfolded() === 'keys');
  protected readonly noteOpen = computed(() => this.#unfolded() === 'note');
  /** The tones sent in this call. */
  protected readonly sent = linkedSignal({ source: () => this.call()?.number, computation: () => '' });

  protected readonly muteReason = computed(() => this.#reason('mute'));
  protected readonly holdReason = computed(() => this.#reason(this.held() ? 'retrieve' : 'hold'));
  protected readonly keysReason = computed(() => (this.call()?.audio === 'answered' ? null : this.text().why.noAudio));

  protected openKeys(open: boolean): void {
    this.#unfolded.set(open ? 'keys' : null);
  }

  protected openNote(open: boolean): void {
    this.#unfolded.set(open ? 'note' : null);
  }

  protected mute(muted: boolean): void {
    this.#store.dispatch(CommandActions.setMuted({ muted }));
  }

  protected hold(hold: boolean): void {
    this.#store.dispatch(hold ? CommandActions.hold() : CommandActions.retrieve());
  }

  protected decline(): void {
    this.#store.dispatch(CommandActions.hangUp());
  }

  /** Sends a tone, from the keypad or the keyboard. */
  send(digit: string): void {
    if (this.keysReason() !== null) return;
    this.sent.update((sent) => sent + digit);
    this.#store.dispatch(CommandActions.sendDigits({ digits: digit }));
  }

  #reason(command: 'mute' | 'hold' | 'retrieve'): string | null {
    return refusalWords(this.operator.refusals()[command], command, this.text());
  }
}
