import { provideHttpClient } from '@angular/common/http';
import type { ApplicationConfig, Type } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideMediatel, withStore } from 'mediatel-lib';
import { App } from '../app';

// The gallery as a page of its own, inside the documentation site. `?scene=` shows one scene, `?part=` marks a
// component in it by its selector, `?theme=` is light or dark. `?team=40` shows the supervisor's page with that many operators,
// `?replay=` the page of support reports, `?app#/training` a page of the whole demo app.

const query = new URLSearchParams(location.search);
const part = query.get('part') ?? '';
if (/^mediatel-[a-z-]+$/.test(part)) {
  const mark = new CSSStyleSheet();
  mark.replaceSync(`${part} { outline: 2px dashed var(--mat-sys-tertiary); outline-offset: 2px; }`);
  document.adoptedStyleSheets.push(mark);
}
const theme = query.get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;

const isTeam = query.has('team');
const stillHub = isTeam ? (await import('./team/provide-still-hub')).provideStillHub(query) : [];
const loadComponent = (): Promise<Type<unknown>> => {
  if (isTeam) return import('./team/team-gallery').then((m) => m.TeamGallery);
  if (query.has('replay')) return import('../replay/replay').then((m) => m.Replay);
  return import('./gallery').then((m) => m.Gallery);
};

const gallery: ApplicationConfig = {
  providers: [
    provideRouter([{ path: '**', loadComponent }], withComponentInputBinding()),
    provideHttpClient(),
    stillHub,
    provideMediatel({ account: () => Promise.reject(new Error('The gallery has no phone')) }, withStore()),
  ],
};

void bootstrapApplication(App, query.has('app') ? (await import('./still-app')).stillApp : gallery);
