import { EnvironmentInjector, type Injector, type Signal } from '@angular/core';
import { KeptOwnCalls } from '../pages/calls/kept-own-calls';
import { OwnCalls } from '../pages/calls/own-calls';
import { followPageTitle } from './page-title';

/** What only listens to a desk: the list of the operator's calls begins, and the page's title follows while `isTitled`. */
export function listen(desk: Injector, isTitled: Signal<boolean>): void {
  const application = desk.get(EnvironmentInjector);
  void (application.get(OwnCalls, null) ?? application.get(KeptOwnCalls));
  followPageTitle(desk, isTitled);
}
