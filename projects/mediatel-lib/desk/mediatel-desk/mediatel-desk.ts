import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Softphone } from 'mediatel-lib/ports';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MEDIATEL_CALL_SLOTS, SupervisorNotes } from 'mediatel-lib/store';
import {
  MediatelAgentStateBar,
  MediatelDialer,
  MediatelIcon,
  MediatelIntl,
  MediatelNotice,
  MediatelPauseMenu,
  MediatelPrimaryAction,
  MediatelStateColor,
  appearanceIcons,
  holdWhilePressed,
} from 'mediatel-lib/ui';
import { MediatelCallSlot } from '../call-slot/call-slot';
import { MediatelCallPanel } from '../call-panel/call-panel';
import { AfterCallPanel } from '../after-call/after-call-panel';
import { ClericalPlacement } from '../after-call/clerical-placement';
import { isTypingElsewhere } from '../after-call/is-typing-elsewhere';
import { ClericalDialogOpener } from './clerical-dialog-opener';
import { ClericalWork } from '../after-call/clerical-work';
import { DeskActions } from './desk-actions';
import { DeskKeys, type KeyTarget } from './desk-keys';
import { keepFocus } from '../keyboard/keep-focus';
import { LaterLoader } from './later-loader';
import { DeskMenu, SignInForm } from './soon-parts';
import { type DeskPageName, DeskPages } from '../state/desk-pages';
import { signInWords } from '../problems/find-problem';
import { DeskState, type DeskView } from './desk-state';
import { ContactNames } from '../state/contact-names';
import { OperatorInput } from '../state/operator-input';
import { Floating } from '../menu/floating';
import { MicrophoneProof } from '../state/microphone-proof';
import { MediatelOperator } from '../state/operator';
import { deskPageProviders } from '../pages/page-loaders';
import { RecentNumbers } from '../state/recent-numbers';
import { SupervisorNotesList } from '../supervisor-notes/supervisor-notes-list';

/**
 * How the desk is placed on the page.
 *
 * - `docked`: in the host's column. The after-call work is in the desk; it is a dialog over the page only while the desk is
 *   hidden or shows another of its pages. This holds for `floating` and `wide` too.
 * - `open`: the same without any dialog.
 * - `floating`: in a corner of the window; the state bar drags it.
 * - `wide`: as wide as its container, with its parts side by side.
 */
export type DeskLayout = 'docked' | 'open' | 'floating' | 'wide';

/** The operator's desk: shows the operator's state, and offers what the state allows. The host may set its height. */
@Component({
  selector: 'mediatel-desk',
  hostDirectives: [MediatelThemed],
  imports: [
    MediatelAgentStateBar,
    AfterCallPanel,
    MediatelCallPanel,
    MediatelCallSlot,
    DeskMenu,
    MediatelDialer,
    MediatelIcon,
    MediatelNotice,
    MediatelPauseMenu,
    MediatelPrimaryAction,
    NgComponentOutlet,
    SignInForm,
    MediatelStateColor,
    SupervisorNotesList,
  ],
  providers: [
    ClericalDialogOpener,
    ClericalPlacement,
    DeskActions,
    DeskKeys,
    deskPageProviders,
    DeskState,
    Floating,
    LaterLoader,
    MicrophoneProof,
  ],
  templateUrl: './mediatel-desk.html',
  styleUrls: ['./mediatel-desk.scss', './mediatel-desk-shapes.scss'],
  host: {
    role: 'region',
    tabindex: '-1',
    '[attr.aria-label]': 'text().desk',
    '[class.ringing]': 'state.isIncoming()',
    '[class.elsewhere]': 'state.isElsewhere()',
    '[class]': 'layout()',
    '[class.dragged]': 'floating.isDragged()',
    '[style.inset]': 'floating.inset()',
    '(keydown)': 'keys.pressed($event, target)',
    '(document:keydown)': 'keys.pressedAnywhere($event, target)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelDesk {
  /** How the desk is placed on the page. */
  readonly layout = input<DeskLayout>('docked');
  /** Whether the desk shows the library's sign-in form. Without it, the host's `account()` is called without credentials. */
  readonly signInForm = input(false, { transform: booleanAttribute });

  /** A page that the host opens, for example the check before the shift; `null` closes it. The operator can leave it. */
  readonly page = input<DeskPageName | null>(null);
  /**
   * Whether the page's title and icon tell the operator's state: `● 02:31 In a call · Your CRM`.
   *
   * The host's own title follows the state; a new one is taken over. Both are restored when the desk is gone. The icon is an
   * SVG in a `data:` address, so a Content-Security-Policy needs `img-src data:`.
   */
  readonly pageTitle = input(false, { transform: booleanAttribute });

  protected readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly dialer = viewChild(MediatelDialer);
  private readonly callPanel = viewChild(MediatelCallPanel);
  private readonly afterCall = viewChild(AfterCallPanel);
  private readonly action = viewChild(MediatelPrimaryAction);
  private readonly pauses = viewChild(MediatelPauseMenu);
  protected readonly operator = inject(MediatelOperator);
  protected readonly state = inject(DeskState);
  protected readonly actions = inject(DeskActions);
  protected readonly pages = inject(DeskPages);
  protected readonly placement = inject(ClericalPlacement);
  protected readonly floating = inject(Floating);
  protected readonly keys = inject(DeskKeys);
  protected readonly quality = inject(Softphone).quality;
  protected readonly drafts = inject(OperatorInput);
  protected readonly work = inject(ClericalWork);
  protected readonly recent = inject(RecentNumbers).numbers;
  readonly #names = inject(ContactNames);
  protected readonly nameOf = (number: string | null): string | null => this.#names.nameOf(number);
  protected readonly asked = inject(SupervisorNotes).all;
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly hasAfterSlot = inject(MEDIATEL_CALL_SLOTS).after !== undefined;

  protected readonly view = computed<DeskView>(() =>
    this.signInForm() && !this.operator.isSignedIn() ? 'signIn' : this.state.view(),
  );
  /** Whether a page hides the number, so that nobody should call it by the big button. */
  protected readonly isCallFolded = computed(
    () => this.pages.open() !== null && this.state.primary().meaning === 'call',
  );
  protected readonly later = inject(LaterLoader);
  readonly #begunAt = this.state.now();
  /**
   * Whether the operator can call, has a call or what follows it, or sees what prevents it: an error, or that nothing has
   * happened for two seconds. Until then only what leads there is loaded.
   */
  readonly #isSettled = computed(() => {
    const { operator, state } = this;
    const problem = state.problem();
    return (
      operator.isPhoneReady() ||
      operator.call() !== null ||
      this.view() === 'clerical' ||
      // That it is off says only that the phone has not begun.
      (problem?.tone === 'error' && problem.key !== 'registration-off') ||
      (operator.isSignedIn() && state.now() - this.#begunAt >= 2_000)
    );
  });
  protected readonly restIcon = computed(() => appearanceIcons[this.state.appearance()]);
  protected readonly signingIn = computed(() => this.operator.link().session.status === 'signingIn');
  protected readonly signInError = computed(() => {
    const { session } = this.operator.link();
    return session.status === 'failed' ? signInWords(session.failure, this.text()) : null;
  });

  constructor() {
    const isHeld = holdWhilePressed();
    const opener = inject(ClericalDialogOpener);
    effect(() => this.placement.mayOpenDialog.set(this.layout() !== 'open'));
    effect(() => {
      const wanted = this.view() === 'clerical' && this.placement.place() === 'dialog';
      const show = this.later.parts()?.showClericalDialog;
      if (!isHeld()) untracked(() => opener.sync(wanted && show, this.host));
    });
    effect(() => {
      const panel = this.afterCall();
      if (panel !== undefined) untracked(() => this.#focusPanel(panel));
    });
    effect(() => {
      const page = this.page();
      untracked(() => (page === null ? this.pages.close() : this.pages.show(page)));
    });
    effect(() => this.floating.setOn(this.layout() === 'floating'));
    effect(() => {
      // A page must not cover a call.
      if (this.view() === 'call' || this.view() === 'clerical') untracked(() => this.pages.close());
    });
    void inject(MediatelIntl)
      .restoreLanguage()
      .catch(() => undefined);
    const own = inject(Injector);
    // It only listens, so it must not delay the desk. If it can't be loaded, the list of pauses does not open by itself.
    import('./soon-parts').then(
      ({ openPauseList }) => openPauseList(own, this.pauses, this.host),
      () => undefined,
    );
    const rest = effect(() => {
      const parts = this.later.parts();
      // A page is asked for: what failed is tried again.
      const isPageOpen = this.pages.open() !== null;
      if (parts) {
        rest.destroy();
        untracked(() => parts.listen(own, this.pageTitle));
      } else if (isPageOpen || this.#isSettled()) untracked(() => this.later.load());
    });
    effect(() => {
      this.view();
      const { activeElement } = this.host.ownerDocument;
      // The effect runs before the new view is rendered, while the field is still there.
      this.#wasWriting = this.host.contains(activeElement) && activeElement?.matches('textarea') === true;
    });
    keepFocus();
  }

  /** Whether the operator was writing the note when the view changed. */
  #wasWriting = false;

  protected press(): void {
    this.action()?.press();
  }

  /** The parts of the desk that react to keys. */
  protected readonly target: KeyTarget = {
    host: this.host,
    dialer: this.dialer,
    callPanel: this.callPanel,
    afterCall: this.afterCall,
    pauses: this.pauses,
    press: () => this.press(),
  };

  /** The keys choose a code at once, unless somebody types in the CRM. Who was writing the note goes on writing it. */
  #focusPanel(panel: AfterCallPanel): void {
    if (isTypingElsewhere(this.host)) return;
    if (this.#wasWriting) panel.focusNote();
    else panel.focus();
  }
}
