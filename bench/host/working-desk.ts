import { bootstrapApplication } from '@angular/platform-browser';
import { provideMediatel, withStore } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';

/** A page that is nothing but a desk with all that it needs for calls. */
void bootstrapApplication(MediatelDesk, {
  providers: [provideMediatel({ account: () => fetch('/account').then((response) => response.json()) }, withStore())],
});
