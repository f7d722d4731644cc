import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { mediatelLanguages } from 'mediatel-lib/ui';
import { Avatar } from '../kit/avatar';
import { Icon } from '../kit/icon';
import { PageLanguage } from '../kit/page-language';
import { Leaving } from '../phone/leaving';
import { roleWords } from '../session/role.words';
import { Session } from '../session/session';
import { ownBuildName } from '../version/build-name';
import { versionWords } from '../version/version.words';
import { HintMemory } from './hint-memory';
import { userMenuWords } from './user-menu.words';

/** The menu of the signed-in person: the language, the hints and the sign-out. */
@Component({
  selector: 'app-user-menu',
  imports: [Avatar, Icon, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip],
  templateUrl: './user-menu.html',
  styleUrl: './user-menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UserMenu {
  protected readonly session = inject(Session);
  protected readonly leaving = inject(Leaving);
  protected readonly hints = inject(HintMemory);
  protected readonly language = inject(PageLanguage);
  protected readonly languages = mediatelLanguages;
  protected readonly words = computed(() => userMenuWords[this.language.tag()]);
  protected readonly versionWords = computed(() => versionWords[this.language.tag()]);
  /** The hash of the build's program is its name for people. */
  protected readonly build = ownBuildName(inject(DOCUMENT)).split(' ', 1)[0] ?? '';
  protected readonly about = computed(() => {
    const user = this.session.user();
    if (!user) return '';
    const role = roleWords[this.language.tag()][user.role];
    return [user.login, role, ...(user.extension ? [this.words().extension(user.extension)] : [])].join(' · ');
  });
}
