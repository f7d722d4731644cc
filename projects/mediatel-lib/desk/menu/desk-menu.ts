import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Store } from '@ngrx/store';
import { FlightRecorder, LeaderTab, MEDIATEL_CONFIG, isCallStored } from 'mediatel-lib/ports';
import { CommandActions, type CommandName } from 'mediatel-lib/store';
import { MediatelIcon, type LanguageTag, MediatelIntl, mediatelLanguages } from 'mediatel-lib/ui';
import { DeskPages } from '../state/desk-pages';
import { Floating } from './floating';
import { menuIcons } from './menu-icons';
import { MediatelOperator } from '../state/operator';
import { refusalWords } from '../state/refusal-words';

/** Menu of rare commands: automatic dialling, the pages, the language, logging out, restarting the agent. */
@Component({
  selector: 'mediatel-desk-menu',
  imports: [MediatelIcon, MatDivider, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MatTooltip],
  templateUrl: './desk-menu.html',
  styleUrl: './desk-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskMenu {
  readonly #store = inject(Store);
  readonly #operator = inject(MediatelOperator);
  readonly #intl = inject(MediatelIntl);
  readonly #tab = inject(LeaderTab);
  readonly #keepsCalls = inject(MEDIATEL_CONFIG).resumeCalls;
  protected readonly recorder = inject(FlightRecorder, { optional: true });
  protected readonly pages = inject(DeskPages);
  protected readonly floating = inject(Floating);
  protected readonly text = this.#intl.labels;
  protected readonly icons = menuIcons;
  protected readonly allLanguages = mediatelLanguages;
  protected readonly missed = computed(() => this.#operator.missed().length);

  protected readonly isElsewhere = computed(() => this.#tab.state().status === 'following');
  protected readonly predictive = computed(() => this.#operator.agent().predictiveStatus);
  protected readonly predictiveReason = computed(() => this.#reason('predictive'));
  protected readonly logOutReason = computed(() => this.#reason('logOut'));
  protected readonly restartPossible = computed(() => this.#operator.refusals().restartAgent === null);

  protected setPredictive(on: boolean): void {
    this.#store.dispatch(CommandActions.setPredictive({ on }));
  }

  protected logOut(): void {
    this.#store.dispatch(CommandActions.logOut());
  }

  /** A conversation comes along with its sound, if it is kept. Else the operator is asked. */
  protected bringPhone(): void {
    const { phase } = this.#operator.agent();
    const comesAlong = this.#keepsCalls && isCallStored() && (phase === 'talking' || phase === 'held');
    if (comesAlong || !this.#operator.phaseIsCall() || confirm(this.text().bringPhoneInCall)) this.#tab.bringHere();
  }

  protected restartAgent(): void {
    const ask = this.#operator.phaseIsCall();
    if (!ask || confirm(this.text().restartInCall)) this.#store.dispatch(CommandActions.restartAgent());
  }

  /** Sets the language. If it can't be loaded, the present one stays. */
  protected setLanguage(tag: LanguageTag): void {
    this.#intl.setLanguage(tag, { remember: true }).catch(() => undefined);
  }

  #reason(command: CommandName): string | null {
    return refusalWords(this.#operator.refusals()[command], command, this.text());
  }
}
