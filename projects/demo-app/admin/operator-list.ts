import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Avatar } from '../kit/avatar';
import { PageLanguage } from '../kit/page-language';
import { adminWords } from './admin.words';
import { Directory, extensionOf, roleOf } from './directory';
import { ListFilter } from './list-filter';
import { matchesFilter } from './matches-filter';

/** Everybody's accounts, by a filter and by their state. */
@Component({
  selector: 'app-operator-list',
  imports: [Avatar, MatButton, RouterLink],
  templateUrl: './operator-list.html',
  styleUrl: './operator-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OperatorList {
  readonly #directory = inject(Directory);
  readonly #language = inject(PageLanguage);
  protected readonly filter = inject(ListFilter);
  protected readonly states = ['live', 'retired', 'all'] as const;
  protected readonly words = computed(() => adminWords[this.#language.tag()]);
  protected readonly all = computed(() => this.#directory.agents() ?? []);
  protected readonly shown = computed(() =>
    this.all()
      .filter((agent) => matchesFilter(agent, this.filter.text(), this.filter.state()))
      .map((agent) => ({
        id: agent.ID,
        login: agent.Login,
        name: agent.Details || agent.Login,
        role: roleOf(agent),
        extension: extensionOf(agent),
        retired: agent.State === 0,
      })),
  );
}
