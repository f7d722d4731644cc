import type { Provider } from '@angular/core';
import { DeskPages, PAGE_LOADERS, type PageLoaders } from '../state/desk-pages';

const pageLoaders: PageLoaders = {
  readiness: () => import('./readiness/readiness-page').then((chunk) => chunk.ReadinessPage),
  calls: () => import('./calls/calls-page').then((chunk) => chunk.CallsPage),
  missed: () => import('./missed/missed-page').then((chunk) => chunk.MissedPage),
  shortcuts: () => import('./shortcuts/shortcuts-page').then((chunk) => chunk.ShortcutsPage),
};

/** Provides the desk's pages and their loaders. */
export const deskPageProviders: Provider = [DeskPages, { provide: PAGE_LOADERS, useValue: pageLoaders }];
