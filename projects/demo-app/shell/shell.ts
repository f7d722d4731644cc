import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { PhoneDock } from '../phone/phone-dock';
import { PhonePlace } from '../phone/phone-place';
import { Session } from '../session/session';
import type { Role } from '../session/user';
import { ListenersStrip } from '../trainer/listeners-strip';
import { TraineeLink } from '../trainer/trainee-link';
import { AppearanceMenu } from '../kit/appearance-menu';
import { Brand } from '../kit/brand';
import { Hints } from './hints';
import { Icon } from '../kit/icon';
import type { IconName } from '../kit/icons';
import { PhonePlaceMenu } from './phone-place-menu';
import { TourStrip } from '../tour/tour-strip';
import { UserMenu } from './user-menu';

interface Place {
  readonly path: string;
  readonly word: string;
  readonly icon: IconName;
}

const customers: Place = { path: '/customers', word: 'Customers', icon: 'people' };
const training: Place = { path: '/training', word: 'Training', icon: 'training' };
const team: Place = { path: '/supervisor', word: 'Team', icon: 'board' };
const trainees: Place = { path: '/trainer', word: 'Trainees', icon: 'training' };
const classPlace: Place = { path: '/training/class', word: 'Class', icon: 'board' };
const accounts: Place = { path: '/admin', word: 'Accounts', icon: 'people' };

const placesOf: Readonly<Record<Role, readonly Place[]>> = {
  operator: [customers, training],
  supervisor: [team, customers],
  trainer: [trainees, classPlace, customers],
  admin: [accounts],
};

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
  ],
  // One connection for the strip and for the page in the outlet.
  providers: [TraineeLink],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly place = inject(PhonePlace).place;
  /** Whether the phone covers the work, when there is no room for both. The hidden part keeps its state. */
  protected readonly phoneInFront = signal(false);
  protected readonly places = computed(() => placesOf[this.session.user()?.role ?? 'operator']);
}
