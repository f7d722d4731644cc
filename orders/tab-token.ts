import { InjectionToken } from '@angular/core';
import type { Page } from './stage';
import type { TabWorld } from './tab-world';

/** A tab as its ports know it, which make themselves known to it. */
export interface PortsTab extends Page {
  readonly world: TabWorld;
  connection: { vanish(): void } | null;
  phone: { readonly talking: string | null; vanish(): void } | null;
}

/** The tab whose injector it is. */
export const TAB = new InjectionToken<PortsTab>('TAB');
