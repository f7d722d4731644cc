import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Avatar } from '../kit/avatar';
import { Leaving } from '../phone/leaving';
import { Session } from '../session/session';
import { Icon } from '../kit/icon';

/** The menu with the signed-in person and the sign-out. */
@Component({
  selector: 'app-user-menu',
  imports: [Avatar, Icon, MatMenu, MatMenuItem, MatMenuTrigger],
  templateUrl: './user-menu.html',
  styleUrl: './user-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserMenu {
  protected readonly session = inject(Session);
  protected readonly leaving = inject(Leaving);
  protected readonly about = computed(() => {
    const user = this.session.user();
    if (!user) return '';
    return [user.login, user.role, ...(user.extension ? [`extension ${user.extension}`] : [])].join(' · ');
  });
}
