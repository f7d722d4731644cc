import { InjectionToken } from '@angular/core';
import type { Tab } from './tab';

/** The tab whose injector it is. */
export const TAB = new InjectionToken<Tab>('TAB');
