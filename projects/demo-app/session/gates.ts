import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { AddressBook } from '../address-book/address-book';
import { Session } from './session';

/** Admits people who are signed in. Others go to the sign-in page and return afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  if (session.user()) return true;
  return router.createUrlTree(['/sign-in'], state.url === '/' ? {} : { queryParams: { to: state.url } });
};

export const signedOut: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  return session.user() === null || router.createUrlTree(['/']);
};

export const supervisorOnly: CanActivateFn = () =>
  inject(Session).user()?.role === 'supervisor' || inject(Router).createUrlTree(['/']);

/** Opens the pages that show contacts once these are loaded: a call finds its card by them. */
export const contactsLoaded: CanActivateFn = async () => {
  await inject(AddressBook).load();
  return true;
};
