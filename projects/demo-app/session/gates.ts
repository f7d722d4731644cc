import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from './session';

/** Lets in who is signed in; others are asked to, and come back to where they wanted to go. */
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
