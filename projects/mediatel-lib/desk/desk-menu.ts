import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Store } from '@ngrx/store';
import { CommandActions, type CommandName } from 'mediatel-lib/store';
import { Icon, MediatelIntl } from 'mediatel-lib/ui';
import { Operator } from './operator';
import { refusalWords } from './refusal-words';
import { ShortcutList } from './shortcut-list';

/** What is seldom needed: automatic dialling, shortcuts, logging out, restarting the agent. */
@Component({
  selector: 'mediatel-desk-menu',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip],
  templateUrl: './desk-menu.html',
  styleUrl: './desk-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskMenu {
  readonly #store = inject(Store);
  readonly #dialog = inject(MatDialog);
  readonly #operator = inject(Operator);
  protected readonly text = inject(MediatelIntl).labels;

  protected readonly predictive = computed(() => this.#operator.agent().predictiveStatus);
  protected readonly predictiveReason = computed(() => this.#reason('predictive'));
  protected readonly logOutReason = computed(() => this.#reason('logOut'));
  protected readonly restartPossible = computed(() => this.#operator.refusals().restartAgent === null);

  protected togglePredictive(): void {
    this.#store.dispatch(CommandActions.setPredictive({ on: !this.predictive() }));
  }

  protected logOut(): void {
    this.#store.dispatch(CommandActions.logOut());
  }

  protected restartAgent(): void {
    const ask = this.#operator.phaseIsCall();
    if (!ask || confirm(this.text().restartInCall)) this.#store.dispatch(CommandActions.restartAgent());
  }

  /** Shows the keyboard's shortcuts. */
  showShortcuts(): void {
    this.#dialog.open(ShortcutList, { ariaLabel: this.text().shortcuts, maxWidth: 'min(360px, calc(100vw - 24px))' });
  }

  #reason(command: CommandName): string | null {
    return refusalWords(this.#operator.refusals()[command], command, this.text());
  }
}
