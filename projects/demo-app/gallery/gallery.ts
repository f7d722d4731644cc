import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Every view of the library's components, side by side. Linked from nowhere: it is for those who draw them. */
@Component({
  selector: 'app-gallery',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Gallery {}
