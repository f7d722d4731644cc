import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PageLanguage } from '../kit/page-language';
import { NewVersion } from './new-version';
import { versionWords } from './version.words';

/** The line under the toolbar that says when a new version takes over, and lets it do so in the call. */
@Component({
  selector: 'app-version-strip',
  imports: [MatButton],
  template: `
    @if (line(); as line) {
      <p>
        <span>{{ line }}</span>
        @if (isOffered()) {
          <button mat-button type="button" (click)="version.takeOver()">{{ words().now }}</button>
        }
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-inline: 20px;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);

      --mat-button-text-label-text-color: currentColor;
      --mat-button-text-state-layer-color: currentColor;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
      align-items: center;
      min-block-size: 36px;
      font: var(--mat-sys-label-large);
    }
    button {
      --mat-button-text-container-height: 32px;
      --mat-button-text-horizontal-padding: 0;

      text-decoration: underline;
      text-underline-offset: 3px;
    }
    @media (width < 900px) {
      :host {
        padding-inline: 16px;
      }
      p {
        padding-block: 6px 2px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
  host: { role: 'status' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionStrip {
  readonly #language = inject(PageLanguage).tag;
  protected readonly version = inject(NewVersion);
  protected readonly words = computed(() => versionWords[this.#language()]);
  protected readonly line = computed(() => {
    const state = this.version.state();
    if (state.status === 'none') return null;
    if (state.status === 'reloading' || state.reason === 'others') return this.words().soon;
    return state.reason === 'in-call' ? this.words().afterCall : this.words().afterWork;
  });
  /** Pressing the button leaves a field with text in it: that is no reason any more then. */
  protected readonly isOffered = computed(() => {
    const state = this.version.state();
    return state.status === 'waiting' && state.reason !== 'others' && (state.canResume || state.reason === 'unsaved');
  });
}
