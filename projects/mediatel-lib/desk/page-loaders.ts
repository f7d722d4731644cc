import type { Provider } from '@angular/core';
import { DeskPages, PAGE_LOADERS, type PageLoaders } from './desk-pages';

const pageLoaders: PageLoaders = {
  readiness: () => import('./readiness-page').then((chunk) => chunk.ReadinessPage),
  calls: () => import('./calls-page').then((chunk) => chunk.CallsPage),
  missed: () => import('./missed-page').then((chunk) => chunk.MissedPage),
  shortcuts: () => import('./shortcuts-page').then((chunk) => chunk.ShortcutsPage),
};

/** The desk's pages, and how they are fetched. */
export const deskPageProviders: Provider = [DeskPages, { provide: PAGE_LOADERS, useValue: pageLoaders }];
