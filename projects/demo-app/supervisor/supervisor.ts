import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MediatelBoard, MediatelDayReport } from 'mediatel-lib/supervisor';
import { PageLanguage } from '../kit/page-language';
import { supervisorWords } from './supervisor.words';

/** The supervisor's page: all operators live, and the day report. */
@Component({
  selector: 'app-supervisor',
  imports: [MatButtonToggle, MatButtonToggleGroup, MediatelBoard, MediatelDayReport, NgTemplateOutlet],
  template: `
    <ng-template #lead>
      <h1>{{ words().title }}</h1>
      <mat-button-toggle-group
        hideSingleSelectionIndicator
        [attr.aria-label]="words().choice"
        [value]="view()"
        (change)="show($event.value)"
      >
        <mat-button-toggle value="now">{{ words().now }}</mat-button-toggle>
        <mat-button-toggle value="day">{{ words().day }}</mat-button-toggle>
      </mat-button-toggle-group>
    </ng-template>

    @if (view() === 'day') {
      <header><ng-container [ngTemplateOutlet]="lead" /></header>
      @defer (on immediate) {
        <mediatel-day-report />
      }
    } @else {
      <mediatel-board>
        <ng-container mediatelBoardLead [ngTemplateOutlet]="lead" />
      </mediatel-board>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      box-sizing: border-box;
      block-size: 100%;
      padding: 12px 24px;
      --mat-button-toggle-height: 2.375rem;
    }
    h1 {
      flex: none;
      margin-inline-end: 8px;
      font: var(--mat-sys-title-large);
      font-weight: 600;
    }
    header {
      display: flex;
      align-items: center;
      gap: 12px;
      min-block-size: 2.5rem;
    }
    mat-button-toggle-group {
      flex: none;
    }
    mediatel-day-report,
    mediatel-board {
      flex: 1;
      min-block-size: 0;
    }
    @media print {
      header {
        display: none;
      }
    }
    @media (width < 900px) {
      :host {
        padding: 8px 12px;
      }
      /* The tab bar says where one is. Screen readers keep the heading. */
      h1 {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        margin: 0;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Supervisor {
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #injector = inject(Injector);
  readonly #language = inject(PageLanguage).tag;
  protected readonly words = computed(() => supervisorWords[this.#language()]);
  protected readonly view = signal<'now' | 'day'>('now');

  /** Shows the other view. The choice moves there, and the focus with it. */
  protected show(view: 'now' | 'day'): void {
    this.view.set(view);
    const focus = (): void =>
      this.#host.querySelector<HTMLElement>('.mat-button-toggle-checked > button[role=radio]')?.focus();
    afterNextRender({ read: focus }, { injector: this.#injector });
  }
}
