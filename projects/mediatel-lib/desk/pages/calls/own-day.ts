import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MediatelIntl, durationWords } from 'mediatel-lib/ui';
import { daySum } from './day-sum';
import { KeptOwnCalls } from './kept-own-calls';
import { OwnCalls } from './own-calls';

/** The operator's day in one line: calls, talk, average after-call work. Nothing before the first call is over. */
@Component({
  selector: 'mediatel-own-day',
  template: `
    @if (words(); as words) {
      <p role="note" [attr.aria-label]="text().ownDay.title">{{ words }}</p>
    }
  `,
  // The line has room where the desk is not low.
  styles: `
    :host {
      flex: none;
    }
    @container mediatel-desk (height < 40em) {
      :host {
        display: none;
      }
    }
    p {
      margin: 0;
      text-align: center;
      font: var(--mat-sys-body-small);
      font-variant-numeric: tabular-nums;
      letter-spacing: 0;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnDay {
  readonly #calls = (inject(OwnCalls, { optional: true }) ?? inject(KeptOwnCalls)).calls;
  protected readonly text = inject(MediatelIntl).labels;

  protected readonly words = computed(() => {
    const sum = daySum(this.#calls());
    if (sum === null) return null;
    const { language, ownDay: day } = this.text();
    const afterCall = sum.afterCall === null ? [] : [day.afterCall(durationWords(sum.afterCall, language))];
    return [day.calls(sum.calls), day.talked(durationWords(sum.talked, language)), ...afterCall].join(' · ');
  });
}
