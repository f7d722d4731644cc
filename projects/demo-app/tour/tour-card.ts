import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageLanguage } from '../kit/page-language';
import { Tour } from './tour';
import { tourWords } from './tour.words';

/** Offers the tour on the training page: to begin, to go on, or to see the page to print. */
@Component({
  selector: 'app-tour-card',
  imports: [MatButton, RouterLink],
  template: `
    <h2>{{ words().title }}</h2>
    <p>{{ state().status === 'running' ? words().running : words().about }}</p>
    <div>
      @if (state().status !== 'running') {
        <button mat-flat-button type="button" (click)="tour.start()">{{ start() }}</button>
      }
      @if (state().status === 'finished') {
        <a mat-button routerLink="/first-shift">{{ words().open }}</a>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding: 20px;
      border-radius: 20px 20px 20px 6px;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    h2 {
      font: var(--mat-sys-title-medium);
    }
    p {
      max-inline-size: 62ch;
      margin-block: 4px 12px;
    }
    p:has(+ div:empty) {
      margin-block-end: 0;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    a {
      --mat-button-text-label-text-color: currentColor;
    }
  `,
  host: { '[attr.lang]': 'language()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TourCard {
  protected readonly tour = inject(Tour);
  protected readonly state = this.tour.state;
  protected readonly language = inject(PageLanguage).tag;
  protected readonly words = computed(() => tourWords[this.language()]);
  protected readonly start = computed(() => {
    const { begin, goOn, beginAgain } = this.words();
    const { status } = this.state();
    if (status === 'left') return goOn(this.tour.place());
    return status === 'finished' ? beginAgain : begin;
  });
}
