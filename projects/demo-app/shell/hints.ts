import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '../kit/icon';
import { recall, remember } from '../kit/remembered';

const key = 'verba.hints';

/** Three things to try. They are shown only on the first visit of this browser. */
@Component({
  selector: 'app-hints',
  imports: [Icon, MatIconButton, RouterLink],
  templateUrl: './hints.html',
  styleUrl: './hints.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Hints {
  protected readonly open = signal(recall(key) === null);

  constructor() {
    remember(key, 'shown');
  }
}
