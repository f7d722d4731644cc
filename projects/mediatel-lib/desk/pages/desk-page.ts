import { NgComponentOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { type IconOutline, MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';
import { DeskPages } from '../state/desk-pages';

/** The frame of a page: its title, a back button, and a text while it loads or when it can't be loaded. */
@Component({
  selector: 'mediatel-desk-page',
  imports: [MediatelIcon, MatButton, MatIconButton, MatTooltip, NgComponentOutlet],
  templateUrl: './desk-page.html',
  styleUrl: './desk-page.scss',
  host: { '(keydown.escape)': 'leave($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskPage {
  protected readonly pages = inject(DeskPages);
  protected readonly text = inject(MediatelIntl).labels;
  private readonly heading = viewChild.required<string, ElementRef<HTMLElement>>('heading', { read: ElementRef });

  protected readonly backIcon: IconOutline = { outline: 'M20 11H7.83l5.59-5.59L12 4l-8 8 8 8 1.41-1.41L7.83 13H20z' };
  protected readonly title = computed(() => {
    const { page, shortcuts } = this.text();
    const titles = {
      readiness: page.readiness,
      calls: page.calls,
      missed: page.whyMissed,
      shortcuts,
    };
    const open = this.pages.open();
    return open === null ? '' : titles[open];
  });

  constructor() {
    afterNextRender(() => this.heading().nativeElement.focus({ preventScroll: true }));
  }

  protected leave(event: Event): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.pages.close();
  }

  protected again(): void {
    const open = this.pages.open();
    if (open !== null) this.pages.show(open);
  }
}
