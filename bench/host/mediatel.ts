import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideEffects } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';
import { provideMediatel } from 'mediatel-lib';
import { HostApp } from './host-app';

void bootstrapApplication(HostApp, {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideStore(),
    provideEffects(),
    provideMediatel({ account: () => fetch('/account').then((response) => response.json()) }),
  ],
});
