import type { Routes } from '@angular/router';
import {
  adminOnly,
  contactsLoaded,
  phoneOnly,
  signedIn,
  signedOut,
  supervisorOnly,
  toOwnPlace,
  trainerOnly,
} from './session/gates';

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in · Verba',
    canActivate: [signedOut],
    loadComponent: () => import('./session/sign-in').then((m) => m.SignIn),
  },
  { path: 'gallery', title: 'Gallery', loadComponent: () => import('./gallery/gallery').then((m) => m.Gallery) },
  {
    path: 'gallery/headless',
    title: 'Headless phone',
    canActivate: [signedIn],
    loadComponent: () => import('./gallery/headless-phone').then((m) => m.HeadlessPhone),
  },
  {
    path: 'replay',
    title: 'Support report · Verba',
    loadComponent: () => import('./replay/replay').then((m) => m.Replay),
  },
  {
    path: '',
    canActivate: [signedIn, contactsLoaded],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', canActivate: [toOwnPlace], children: [] },
      {
        path: 'customers',
        title: 'Customers · Verba',
        loadComponent: () => import('./contacts/customers').then((m) => m.Customers),
        children: [
          // The training server's screen pops use this address.
          { path: ':id', loadComponent: () => import('./contacts/contact-card').then((m) => m.ContactCard) },
          {
            path: '',
            pathMatch: 'full',
            loadComponent: () => import('./contacts/nobody-open').then((m) => m.NobodyOpen),
          },
        ],
      },
      {
        path: 'training',
        title: 'Training · Verba',
        loadComponent: () => import('./training/training').then((m) => m.Training),
      },
      {
        path: 'training/runs/:id',
        title: 'Score · Verba',
        loadComponent: () => import('./training-score/run-score').then((m) => m.RunScore),
      },
      {
        path: 'training/progress',
        title: 'Progress · Verba',
        loadComponent: () => import('./training-score/progress').then((m) => m.Progress),
      },
      {
        path: 'training/class',
        title: 'Class · Verba',
        canActivate: [trainerOnly],
        loadComponent: () => import('./training-score/class-page').then((m) => m.ClassPage),
      },
      {
        path: 'first-shift',
        title: 'First shift · Verba',
        canActivate: [phoneOnly],
        loadComponent: () => import('./tour/tour-page').then((m) => m.TourPage),
      },
      {
        path: 'supervisor',
        title: 'Team · Verba',
        canActivate: [supervisorOnly],
        loadComponent: () => import('./supervisor/supervisor').then((m) => m.Supervisor),
      },
      {
        path: 'trainer',
        title: 'Trainees · Verba',
        canActivate: [trainerOnly],
        loadChildren: () => import('./trainer/trainer-routes').then((m) => m.trainerRoutes),
      },
      {
        path: 'admin',
        title: 'Administration · Verba',
        canActivate: [adminOnly],
        loadChildren: () => import('./admin/admin-routes').then((m) => m.adminRoutes),
      },
      { path: '**', redirectTo: 'customers' },
    ],
  },
];
