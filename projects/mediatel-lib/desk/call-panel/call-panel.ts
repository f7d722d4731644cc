import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Store } from '@ngrx/store';
import { MEDIATEL_CONFIG, Softphone } from 'mediatel-lib/ports';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { CommandActions, MEDIATEL_CALL_SLOTS } from 'mediatel-lib/store';
import {
  MediatelCallCard,
  MediatelCallControls,
  MediatelHeardMeter,
  MediatelIcon,
  MediatelKeypad,
  MediatelIntl,
  formatDuration,
  secondsBetween,
} from 'mediatel-lib/ui';
import { MediatelCallSlot } from '../call-slot/call-slot';
import { ContactHistory } from './contact-history';
import { lastContact } from './last-contact';
import { ContactNames } from '../state/contact-names';
import { OperatorInput } from '../state/operator-input';
import { NoteDelivery } from '../after-call/note-delivery';
import { MediatelOperator } from '../state/operator';
import { waitsForAnswer } from '../state/primary-choice';
import { refusalWords } from '../state/refusal-words';
import { injectNow } from '../state/shared-tick';
import { monotonicOf } from '../state/state-timer';

/** The least lines of the note's field. */
const leastRows = 3;
/** About as many letters fit into a line of the narrow desk. */
const lineLength = 40;

/** The present call: its card, both level meters, and the controls, except ending it. */
@Component({
  selector: 'mediatel-call-panel',
  hostDirectives: [MediatelThemed],
  imports: [
    MediatelCallCard,
    MediatelCallControls,
    ContactHistory,
    MediatelHeardMeter,
    MediatelIcon,
    MediatelKeypad,
    MatButton,
    MediatelCallSlot,
  ],
  templateUrl: './call-panel.html',
  styleUrl: './call-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelCallPanel {
  readonly #store = inject(Store);
  readonly #injector = inject(Injector);
  private readonly noteField = viewChild<ElementRef<HTMLTextAreaElement>>('note');
  protected readonly operator = inject(MediatelOperator);
  protected readonly drafts = inject(OperatorInput);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly levels = inject(Softphone).levels;
  protected readonly notes = inject(NoteDelivery).possible;
  readonly #names = inject(ContactNames);
  readonly #config = inject(MEDIATEL_CONFIG);
  protected readonly country = this.#config.defaultCountry;

  protected readonly slots = inject(MEDIATEL_CALL_SLOTS);
  protected readonly slotPhase = computed(() => {
    const phase = this.call()?.phase;
    return phase === 'talking' || phase === 'held' ? 'during' : 'before';
  });

  protected readonly call = this.operator.call;
  protected readonly agent = this.operator.agent;
  /** The customer's name: the CRM's, or else the INVITE's. Some servers send the queue or the number instead; these are not shown twice. */
  protected readonly name = computed(() => {
    const call = this.call();
    const contact = this.#names.nameOf(call?.otherParty ?? null);
    if (contact !== null) return contact;
    const name = call?.callerName ?? null;
    return name === call?.queueName || name === call?.otherParty ? null : name;
  });
  protected readonly muted = computed(() => this.operator.mute()?.muted ?? false);
  protected readonly held = computed(() => this.call()?.phase === 'held');
  readonly #now = injectNow();
  /** When the hold began, server time (ms). A consultation on hold changes the state's time, but the hold goes on. */
  readonly #heldSince = linkedSignal({
    source: this.held,
    computation: (held) => (held ? untracked(this.agent).time : null),
  });
  protected readonly heldTime = computed(() => {
    const since = monotonicOf(this.#heldSince(), this.agent());
    return since === null ? '' : formatDuration(secondsBetween(since, this.#now()));
  });
  /** Whether both sides are heard. Ringing and music on hold prove nothing, so it is `null` outside a conversation. */
  protected readonly proof = computed(() =>
    this.call()?.phase === 'talking' ? this.operator.softphone().sound.proof : null,
  );
  protected readonly outgoingWhy = computed(() => {
    const reason = this.proof()?.outgoing.reason ?? null;
    return reason && this.text().audio.outgoing[reason];
  });
  protected readonly incomingWhy = computed(() => {
    const reason = this.proof()?.incoming.reason ?? null;
    return reason && this.text().audio.incoming[reason];
  });
  protected readonly history = computed(() => this.agent().callHistory);
  protected readonly last = computed(() => lastContact(this.history(), this.text(), new Date()));
  protected readonly lastRest = computed(() =>
    [this.text().page.history(this.history().length), this.last()?.rest].filter(Boolean).join(' · '),
  );
  /** For browsers in which a text field does not grow by itself: three lines at least. */
  protected readonly noteRows = computed(() => {
    const lines = this.drafts.call().note.split('\n');
    return Math.max(
      leastRows,
      lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / lineLength)), 0),
    );
  });
  /** Whether the primary action is to answer, so that declining needs another button. */
  protected readonly waitsForAnswer = computed(() => waitsForAnswer(this.call(), this.#config));

  readonly #folded = this.notes ? 'note' : null;
  /** The part that the operator unfolded into the panel's free space. */
  readonly #unfolded = signal<'keys' | 'note' | 'history' | null>(this.#folded);
  /** The part that is shown. Without earlier contacts to show, it is the same as when they are folded. */
  readonly #shown = computed(() =>
    this.#unfolded() === 'history' && this.history().length === 0 ? this.#folded : this.#unfolded(),
  );
  protected readonly keysOpen = computed(() => this.#shown() === 'keys');
  protected readonly noteOpen = computed(() => this.#shown() === 'note');
  protected readonly historyOpen = computed(() => this.#shown() === 'history');
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
    // Letters that miss the field are shortcuts: they mute, and hold the call.
    if (open) afterNextRender(() => this.#writeNote(), { injector: this.#injector });
  }

  protected openHistory(open: boolean): void {
    this.#unfolded.set(open ? 'history' : this.#folded);
  }

  /** Acts as the button of that name, with the same guards: for keyboard shortcuts. `note` goes to the note, open or not. */
  toggle(what: 'mute' | 'hold' | 'keys' | 'note'): void {
    switch (what) {
      case 'mute':
        if (this.muteReason() === null) this.mute(!this.muted());
        return;
      case 'hold':
        if (this.holdReason() === null) this.hold(!this.held());
        return;
      case 'keys':
        if (this.keysReason() === null) this.openKeys(!this.keysOpen());
        return;
      case 'note':
        if (this.notes) this.openNote(true);
    }
  }

  protected mute(muted: boolean): void {
    this.#store.dispatch(CommandActions.setMuted({ muted }));
  }

  protected hold(hold: boolean): void {
    this.#store.dispatch(hold ? CommandActions.hold() : CommandActions.retrieve());
  }

  protected openPop(): void {
    this.#store.dispatch(CommandActions.openScreenPop());
  }

  /** Declines the call that rang when its button was pressed. Another call may ring by now. */
  protected decline(sipCallId: string | null | undefined): void {
    if (this.call()?.sipCallId !== sipCallId) return;
    this.#store.dispatch(CommandActions.hangUp());
  }

  /** Sends a tone: `0` to `9`, `*` or `#`, from the keypad or the keyboard. Does nothing without audio. */
  send(digit: string): void {
    if (this.keysReason() !== null) return;
    this.sent.update((sent) => sent + digit);
    this.#store.dispatch(CommandActions.sendDigits({ digits: digit }));
  }

  #writeNote(): void {
    const field = this.noteField()?.nativeElement;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }

  #reason(command: 'mute' | 'hold' | 'retrieve'): string | null {
    return refusalWords(this.operator.refusals()[command], command, this.text());
  }
}
