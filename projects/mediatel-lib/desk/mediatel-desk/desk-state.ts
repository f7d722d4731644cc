import { Injectable, computed, inject, signal } from '@angular/core';
import { MEDIATEL_CONFIG, LeaderTab } from 'mediatel-lib/ports';
import { type TimeLimit, pauseWarning } from 'mediatel-lib/store';
import { MediatelIntl, agoWords, secondsBetween } from 'mediatel-lib/ui';
import { appearanceOf } from '../state/appearance-of';
import { ClericalPlacement } from '../after-call/clerical-placement';
import { ClericalWork } from '../after-call/clerical-work';
import type { Reminder } from '../problems/desk-problem';
import { findProblem } from '../problems/find-problem';
import { isCloseOwed } from '../problems/owed-hang-up';
import { DeskPages } from '../state/desk-pages';
import { OperatorInput } from '../state/operator-input';
import { MediatelOperator } from '../state/operator';
import { primaryChoice } from '../state/primary-choice';
import { RecentNumbers } from '../state/recent-numbers';
import { injectNow } from '../state/shared-tick';
import { monotonicOf, stateTimer } from '../state/state-timer';
import { isIncoming, lookOf, stateDetail, stateWord } from '../state/state-words';

/** The part that the desk's body shows. */
export type DeskView = 'signIn' | 'rest' | 'dialer' | 'call' | 'clerical';

/** What one desk shows, derived from the operator's state. */
@Injectable()
export class DeskState {
  readonly #operator = inject(MediatelOperator);
  readonly #config = inject(MEDIATEL_CONFIG);
  readonly #text = inject(MediatelIntl).labels;
  readonly #drafts = inject(OperatorInput);
  readonly #work = inject(ClericalWork);
  readonly #pages = inject(DeskPages);
  readonly #recent = inject(RecentNumbers);
  readonly #placement = inject(ClericalPlacement);
  readonly #leaderTab = inject(LeaderTab);
  readonly #tab = this.#leaderTab.state;
  /** Whether another of the operator's tabs is the phone. */
  readonly isElsewhere = computed(() => this.#tab().status === 'following');
  readonly #dismissed = signal<ReadonlySet<string>>(new Set());

  readonly now = injectNow();
  readonly country = this.#config.defaultCountry;

  readonly #situation = computed(() => ({
    agent: this.#operator.agent(),
    link: this.#operator.link(),
    softphone: this.#operator.softphone(),
    call: this.#operator.call(),
    isDialling: this.#operator.commands().statuses.makeCall.status === 'pending',
  }));

  readonly appearance = computed(() => appearanceOf(this.#situation()));

  /** Whether a call rings that the operator did not make. */
  readonly isIncoming = computed(() => isIncoming(this.appearance(), this.#operator.call()));
  readonly look = computed(() => lookOf(this.appearance(), this.#operator.call()));
  /** Replaces the state's own word when that says too little. */
  readonly word = computed(() =>
    stateWord(this.appearance(), this.#operator.link(), this.#operator.call(), this.#text()),
  );
  readonly detail = computed(() =>
    stateDetail(this.appearance(), this.#operator.agent(), this.#operator.pauseName(), this.#text()),
  );
  /** Whether the customer hears nothing because the operator is muted. On hold nobody is heard anyway. */
  readonly muted = computed(() => this.appearance() === 'talking' && this.#operator.mute()?.muted === true);
  readonly timer = computed(() =>
    stateTimer(this.appearance(), this.#operator.agent(), this.#operator.call(), {
      clericalSeconds: this.#config.clericalSeconds,
      clericalReminder: this.#config.operatorRules.clericalReminder,
      callWarning: this.#config.maxDurationWarning,
      pauseLimit: this.#operator.pauseLimit(),
    }),
  );

  readonly view = computed<Exclude<DeskView, 'signIn'>>(() => {
    if (this.#operator.call() !== null) return 'call';
    const { agent } = this.#situation();
    if (!this.#operator.isSignedIn() || !agent.known || agent.phase === 'loggedOut') return 'rest';
    return agent.phase === 'clerical' ? 'clerical' : 'dialer';
  });

  readonly primary = computed(() =>
    primaryChoice(
      {
        ...this.#situation(),
        refusals: this.#operator.refusals(),
        autoAnswer: this.#config.autoAnswer,
        operatorRules: this.#config.operatorRules,
        isPhoneReady: this.#operator.isPhoneReady(),
        number: this.#drafts.number(),
        chosenCodes: this.#work.chosen(),
        clericalPlace: this.#placement.place(),
      },
      this.#text(),
    ),
  );

  /** The problem that is shown instead of the readiness strip. */
  readonly problem = computed(
    () =>
      findProblem(
        {
          ...this.#situation(),
          commands: this.#operator.commands(),
          disagreements: this.#operator.disagreements(),
          audioProblems: this.#operator.audioProblems(),
          notReady: this.#operator.notReady(),
          tab: this.#tab(),
          callMove: this.#leaderTab.callMove(),
          isCloseOwed: isCloseOwed(),
          forcePause: this.#operator.forcePause(),
          // Their page says why, so that no notice asks “Why?” below it.
          missed: this.#pages.open() === 'missed' ? [] : this.#operator.missed(),
          isPopBlocked: this.#operator.blockedPop() !== null,
          unconfirmed: this.#work.unconfirmed(),
          copyRefused: this.#work.copyRefused(),
          callLeft: this.#left(this.#operator.callLimit(), this.#config.maxDurationWarning),
          pauseLeft: this.#left(this.#operator.pauseLimit(), pauseWarning),
          reminder: this.#reminder(),
          now: this.now(),
          dismissed: this.#dismissed(),
        },
        this.#text(),
      ),
    // A tick alone must not renew a notice with the same text.
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  readonly #minute = computed(() => Math.floor(this.now() / 60_000));
  /** When a recent number was dialled, in words; `null` if that is not known. */
  readonly agoOf = (number: string): string | null => {
    const at = this.#recent.calledAt(number);
    this.#minute();
    return at === null ? null : agoWords((Date.now() - at) / 1000, this.#text().language);
  };

  readonly pauseReason = this.#work.pauseReason;

  /** The limit of the operator's `ClientApp` that the present state has reached. */
  #reminder(): Reminder | null {
    const { phase, phaseSince, callDirection, callAnswered } = this.#operator.agent();
    const { clericalReminder, dialOutLimit } = this.#config.operatorRules;
    const isClerical = phase === 'clerical';
    const seconds = isClerical ? clericalReminder : callDirection === 'outgoing' && !callAnswered ? dialOutLimit : null;
    if (seconds === null || phaseSince === null) return null;
    if (this.#left({ startedAt: phaseSince, seconds }, 0) === null) return null;
    return { kind: isClerical ? 'clericalLong' : 'dialUnanswered', seconds, startedAt: phaseSince };
  }

  /** Seconds left of a limit, when a warning is due; else `null`. */
  #left(limit: TimeLimit | null, warnBefore: number): number | null {
    const startedAt = limit && monotonicOf(limit.startedAt, this.#operator.agent());
    if (limit === null || startedAt === null) return null;
    // Rounded as in the state bar's timer, so that the two never differ by a second.
    const left = limit.seconds - secondsBetween(startedAt, this.now());
    return left <= warnBefore ? left : null;
  }

  dismiss(key: string): void {
    this.#dismissed.update((keys) => new Set([...keys, key]));
  }
}
