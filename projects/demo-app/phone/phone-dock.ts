import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  output,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { AgentActions, selectCall } from 'mediatel-lib';
import { type DeskLayout, MediatelDesk } from 'mediatel-lib/desk';
import { PageLanguage } from '../kit/page-language';
import { OwedNotes } from './owed-notes';
import { PhonePlace, type PhonePlaceName } from './phone-place';
import { phoneWords } from './phone.words';

const layouts: Readonly<Record<PhonePlaceName, DeskLayout>> = { side: 'docked', floating: 'floating', across: 'wide' };

/** The library's desk, in the place that the operator chose. It is a chunk of its own, so that the customers appear first. */
@Component({
  selector: 'app-phone-dock',
  imports: [MediatelDesk],
  templateUrl: './phone-dock.html',
  styleUrl: './phone-dock.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhoneDock {
  /** Emits when a call comes, so that the phone can be brought to the front. */
  readonly callArrived = output();

  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly owed = inject(OwedNotes);
  readonly #language = inject(PageLanguage).tag;
  protected readonly words = computed(() => phoneWords[this.#language()]);
  readonly #place = inject(PhonePlace).place;
  protected readonly layout = computed(() => layouts[this.#place()]);

  constructor() {
    inject(Actions)
      .pipe(
        ofType(AgentActions.dialingStarted, AgentActions.callDelivered, AgentActions.callStarted),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.callArrived.emit());
    // The sign-in is older than this part of the page, so a call may be, too.
    const call = inject(Store).selectSignal(selectCall);
    afterNextRender(() => {
      if (call()) this.callArrived.emit();
    });
  }
  /** Gives the desk the focus, so that its keys work. */
  focusDesk(): void {
    // A query by its class would load the desk with the shell.
    this.#host.querySelector<HTMLElement>('mediatel-desk')?.focus();
  }
}
