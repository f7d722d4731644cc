import { InjectionToken } from '@angular/core';
import type { Page } from './stage';
import type { TabWorld } from './tab-world';

/** A tab as its ports see it; they register themselves with it. */
export interface PortsTab extends Page {
  readonly world: TabWorld;
  readonly state: { readonly link: { readonly session: { readonly status: string } } };
  connection: { vanish(): void } | null;
  phone: { readonly talking: string | null; vanish(): void } | null;
}

/** The tab of the injector. */
export const TAB = new InjectionToken<PortsTab>('TAB');
