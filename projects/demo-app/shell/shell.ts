import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PhoneDock } from '../phone/phone-dock';
import { PhonePlace } from '../phone/phone-place';
import { Session } from '../session/session';
import { ListenersStrip } from '../trainer/listeners-strip';
import { TraineeLink } from '../trainer/trainee-link';
import { FlightSender } from '../training/flight-sender';
import { AppearanceMenu } from '../kit/appearance-menu';
import { Brand } from '../kit/brand';
import { HintMemory } from './hint-memory';
import { Hints } from './hints';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { PhonePlaceMenu } from './phone-place-menu';
import { placesOf } from './place';
import { shellWords } from './shell.words';
import { TourStrip } from '../tour/tour-strip';
import { UserMenu } from './user-menu';
import { VersionStrip } from '../version/version-strip';

/** The frame of every page: navigation at the top (at the bottom on small screens), the work, and the phone in its place. */
@Component({
  selector: 'app-shell',
  imports: [
    AppearanceMenu,
    Brand,
    Hints,
    Icon,
    ListenersStrip,
    PhoneDock,
    PhonePlaceMenu,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    TourStrip,
    UserMenu,
    VersionStrip,
  ],
  // One connection for the strip and for the page in the outlet.
  providers: [TraineeLink, FlightSender],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  readonly #language = inject(PageLanguage).tag;
  protected readonly session = inject(Session);
  protected readonly hints = inject(HintMemory);
  protected readonly words = computed(() => shellWords[this.#language()]);
  protected readonly place = inject(PhonePlace).place;
  /** Whether the phone covers the work, when there is no room for both. The hidden part keeps its state. */
  protected readonly phoneInFront = signal(false);
  protected readonly phone = viewChild(PhoneDock);
  readonly #injector = inject(Injector);
  protected readonly places = computed(() => placesOf[this.session.user()?.role ?? 'operator']);

  constructor() {
    inject(FlightSender);
    // The hints are a part of the work.
    effect(() => {
      if (this.hints.asked() > 0) this.phoneInFront.set(false);
    });
  }
  /** The keyboard goes to the phone, past the whole work. */
  protected toPhone(): void {
    this.phoneInFront.set(true);
    afterNextRender(() => this.phone()?.focusDesk(), { injector: this.#injector });
  }
}
