import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import {
  AgentStateBar,
  CallCard,
  ClericalForm,
  Dialer,
  Icon,
  MediatelIntl,
  Notice,
  PauseMenu,
  PrimaryAction,
  SignInForm,
  StateColour,
  appearanceIcons,
} from 'mediatel-lib/ui';
import { CallPanel } from './call-panel';
import { ClericalDialogOpener } from './clerical-dialog-opener';
import { ClericalWork } from './clerical-work';
import { DeskActions } from './desk-actions';
import { DeskMenu } from './desk-menu';
import { signInWords } from './desk-problem';
import { DeskState, type DeskView } from './desk-state';
import { Drafts } from './drafts';
import { NoteDelivery } from './note-delivery';
import { Operator } from './operator';
import { Readiness } from './readiness';
import { RecentNumbers } from './recent-numbers';

/** Whether the after-call work is a dialog beside the desk or a part of it. */
export type DeskLayout = 'docked' | 'open';

/** The operator's desk: drop it in, give it a height, and it shows and does what the operator's state allows. */
@Component({
  selector: 'mediatel-desk',
  imports: [
    AgentStateBar,
    CallCard,
    CallPanel,
    ClericalForm,
    DeskMenu,
    Dialer,
    Icon,
    Notice,
    PauseMenu,
    PrimaryAction,
    Readiness,
    SignInForm,
    StateColour,
  ],
  providers: [ClericalDialogOpener, DeskActions, DeskState],
  templateUrl: './mediatel-desk.html',
  styleUrl: './mediatel-desk.scss',
  host: {
    role: 'region',
    tabindex: '-1',
    '[attr.aria-label]': 'text().desk',
    '[class.ringing]': "state.appearance() === 'delivered'",
    '(keydown)': 'keyPressed($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelDesk {
  readonly layout = input<DeskLayout>('docked');
  /** Shows the library's own sign-in form; without it the host's `account()` is asked with no credentials. */
  readonly signInForm = input(false, { transform: booleanAttribute });

  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly dialer = viewChild(Dialer);
  private readonly callPanel = viewChild(CallPanel);
  private readonly action = viewChild(PrimaryAction);
  private readonly menu = viewChild.required(DeskMenu);
  protected readonly operator = inject(Operator);
  protected readonly state = inject(DeskState);
  protected readonly actions = inject(DeskActions);
  protected readonly drafts = inject(Drafts);
  protected readonly work = inject(ClericalWork);
  protected readonly recent = inject(RecentNumbers).numbers;
  protected readonly notes = inject(NoteDelivery).possible;
  protected readonly text = inject(MediatelIntl).labels;

  protected readonly view = computed<DeskView>(() =>
    this.signInForm() && !this.operator.isSignedIn() ? 'signIn' : this.state.view(),
  );
  protected readonly restIcon = computed(() => appearanceIcons[this.state.appearance()]);
  protected readonly signingIn = computed(() => this.operator.link().session.status === 'signingIn');
  protected readonly signInError = computed(() => {
    const { session } = this.operator.link();
    return session.status === 'failed' ? signInWords(session.failure, this.text()) : null;
  });
  protected readonly chosenNames = computed(() => {
    const names = new Map(this.work.codes().map(({ id, name }) => [id, name]));
    return this.work.chosen().map((id) => names.get(id) ?? id);
  });

  constructor() {
    const opener = inject(ClericalDialogOpener);
    effect(() => {
      const wanted = this.view() === 'clerical' && this.layout() === 'docked' && !this.work.aside();
      untracked(() => opener.sync(wanted, this.#host));
    });
    const injector = inject(Injector);
    effect(() => {
      this.view();
      // The effect runs before the view is drawn anew. What held the focus may go with the old view: the desk itself then
      // takes it, so that keys go on working.
      if (!this.#host.contains(this.#host.ownerDocument.activeElement)) return;
      afterNextRender(() => this.#catchFocus(), { injector });
    });
  }

  protected press(): void {
    this.action()?.press();
  }

  protected keyPressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (/^[\d*#+]$/.test(event.key)) this.#digit(event.key);
    else if (event.key === 'Escape' && this.view() === 'dialer') this.drafts.number.set('');
    else if (event.key === '?') this.menu().showShortcuts();
    else if (event.key === 'Enter' && !event.repeat && event.target === this.#host) this.press();
    else return;
    event.preventDefault();
  }

  #catchFocus(): void {
    const { activeElement, body } = this.#host.ownerDocument;
    if (activeElement === null || activeElement === body) this.#host.focus({ preventScroll: true });
  }

  #digit(digit: string): void {
    this.dialer()?.type(digit);
    this.callPanel()?.send(digit);
  }
}

/** Whether a key goes into a text, a list or a menu, which have their own use for it. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [role=listbox], [role=combobox], [role=menu]') !== null
  );
}
