import { Injectable, signal } from '@angular/core';
import type { StateFilter } from './matches-filter';

/** The list's filter. It is the same again when the administrator comes back from an operator. */
@Injectable({ providedIn: 'root' })
export class ListFilter {
  readonly text = signal('');
  readonly state = signal<StateFilter>('live');
}
