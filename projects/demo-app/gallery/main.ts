import { provideHttpClient } from '@angular/common/http';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideMediatel, withStore } from 'mediatel-lib';
import { App } from '../app';
import { Gallery } from './gallery';

// The gallery as a page of its own, inside the documentation site. `?scene=` shows one scene, `?part=` marks a
// component in it by its selector, `?theme=` is light or dark.

const query = new URLSearchParams(location.search);
const part = query.get('part') ?? '';
if (/^mediatel-[a-z-]+$/.test(part)) {
  const mark = new CSSStyleSheet();
  mark.replaceSync(`${part} { outline: 2px dashed var(--mat-sys-tertiary); outline-offset: 2px; }`);
  document.adoptedStyleSheets.push(mark);
}
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

void bootstrapApplication(App, {
  providers: [
    provideRouter([{ path: '**', component: Gallery }], withComponentInputBinding()),
    provideHttpClient(),
    provideMediatel({ account: () => Promise.reject(new Error('The gallery has no phone')) }, withStore()),
  ],
});
