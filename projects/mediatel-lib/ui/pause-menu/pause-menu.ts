import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  Injector,
  booleanAttribute,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { MediatelThemed } from 'mediatel-lib/private/theme';
import { MediatelChoiceList, type MediatelChoice } from '../choice-list/choice-list';
import { MediatelIcon } from '../icon/icon';
import { MediatelIntl } from '../intl/mediatel-intl';

/** A button that opens the list of pause reasons. Choosing one takes that pause. */
@Component({
  selector: 'mediatel-pause-menu',
  hostDirectives: [MediatelThemed],
  imports: [
    CdkConnectedOverlay,
    CdkOverlayOrigin,
    CdkTrapFocus,
    MediatelChoiceList,
    MediatelIcon,
    MatButton,
    MatTooltip,
  ],
  templateUrl: './pause-menu.html',
  styleUrl: './pause-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MediatelPauseMenu {
  /** The pause reasons to choose from. */
  readonly pauses = input.required<readonly MediatelChoice[]>();
  /** The button's text, when it is not “Pause”. */
  readonly label = input<string | null>(null);
  /** Why no pause can be taken now; `null` when one can. */
  readonly reason = input<string | null>(null);
  /** Whether the button shows only its icon. */
  readonly compact = input(false, { transform: booleanAttribute });
  /** Look of the button: as in Material's `matButton`, or the second half of a split primary action, an arrow. */
  readonly appearance = input<'tonal' | 'outlined' | 'half'>('tonal');
  /** Emits the id of the chosen pause reason. */
  readonly paused = output<string>();

  readonly #injector = inject(Injector);
  private readonly list = viewChild(MediatelChoiceList);
  protected readonly text = inject(MediatelIntl).labels;
  protected readonly open = signal(false);
  /** Material's look. A half is filled, as the primary action is. */
  protected readonly look = computed(() => {
    const appearance = this.appearance();
    return appearance === 'half' ? 'filled' : appearance;
  });
  protected readonly half = computed(() => this.appearance() === 'half');
  /** Whether the button shows icons alone. */
  protected readonly wordless = computed(() => this.compact() || this.half());
  protected readonly shownLabel = computed(() => this.label() ?? this.text().pause);

  /**
   * Opens or closes the list, also for keyboard shortcuts. With a `reason` it does not open.
   *
   * @param open Whether the list is to be open. Default: the opposite of now.
   */
  toggle(open = !this.open()): void {
    if (open && this.reason() !== null) return;
    this.open.set(open);
    if (open) afterNextRender(() => this.list()?.focus(), { injector: this.#injector });
  }

  protected choosePause(id: string): void {
    this.open.set(false);
    this.paused.emit(id);
  }
}
