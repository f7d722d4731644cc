import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { mediatelSignInGuard } from 'mediatel-lib';
import { AddressBook } from '../address-book/address-book';
import { Session } from './session';
import type { Role } from './user';

/** Admits people who are signed in. Others go to the sign-in page and return afterwards. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  if (session.user()) return true;
  return router.createUrlTree(['/sign-in'], state.url === '/' ? {} : { queryParams: { to: state.url } });
};

/** Signs in at Mediatel while the page loads. */
export const phoneStarts: CanActivateFn = mediatelSignInGuard({
  isOperator: async () => {
    const session = inject(Session);
    await session.restore();
    return session.hasPhone();
  },
});

export const signedOut: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  await session.restore();
  return session.user() === null || router.createUrlTree(['/']);
};

const only =
  (role: Role): CanActivateFn =>
  () =>
    inject(Session).user()?.role === role || inject(Router).createUrlTree(['/customers']);

export const supervisorOnly = only('supervisor');

export const trainerOnly = only('trainer');

export const adminOnly = only('admin');

const places: Readonly<Partial<Record<Role, string>>> = {
  supervisor: '/supervisor',
  trainer: '/trainer',
  admin: '/admin',
};

/** Leads everybody to the page where their work is. */
export const toOwnPlace: CanActivateFn = () =>
  inject(Router).createUrlTree([places[inject(Session).user()?.role ?? 'operator'] ?? '/customers']);

/** Admits operators: who has no phone has no first shift. */
export const phoneOnly: CanActivateFn = () =>
  inject(Session).hasPhone() || inject(Router).createUrlTree(['/customers']);

/** Opens the pages that show contacts once these are loaded: a call finds its card by them. */
export const contactsLoaded: CanActivateFn = async () => {
  await inject(AddressBook).load();
  return true;
};
