import type { Routes } from '@angular/router';
import type { TitleName } from './kit/page-title.words';
import {
  adminOnly,
  contactsLoaded,
  phoneOnly,
  phoneStarts,
  signedIn,
  signedOut,
  supervisorOnly,
  toOwnPlace,
  trainerOnly,
} from './session/gates';

export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'signIn' satisfies TitleName,
    canActivate: [signedOut],
    loadComponent: () => import('./session/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'gallery',
    title: 'gallery' satisfies TitleName,
    loadComponent: () => import('./gallery/gallery').then((m) => m.Gallery),
  },
  {
    path: 'gallery/headless',
    title: 'headless' satisfies TitleName,
    canActivate: [signedIn],
    loadComponent: () => import('./gallery/headless-phone').then((m) => m.HeadlessPhone),
  },
  {
    path: 'replay',
    title: 'replay' satisfies TitleName,
    loadComponent: () => import('./replay/replay').then((m) => m.Replay),
  },
  {
    path: '',
    canActivate: [signedIn, phoneStarts, contactsLoaded],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [
      { path: '', pathMatch: 'full', canActivate: [toOwnPlace], children: [] },
      {
        path: 'customers',
        title: 'customers' satisfies TitleName,
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
        title: 'training' satisfies TitleName,
        loadComponent: () => import('./training/training').then((m) => m.Training),
      },
      {
        path: 'training/runs/:id',
        title: 'score' satisfies TitleName,
        loadComponent: () => import('./training-score/run-score').then((m) => m.RunScore),
      },
      {
        path: 'training/progress',
        title: 'progress' satisfies TitleName,
        loadComponent: () => import('./training-score/progress').then((m) => m.Progress),
      },
      {
        path: 'training/class',
        title: 'class' satisfies TitleName,
        canActivate: [trainerOnly],
        loadComponent: () => import('./training-score/class-page').then((m) => m.ClassPage),
      },
      {
        path: 'first-shift',
        title: 'firstShift' satisfies TitleName,
        canActivate: [phoneOnly],
        loadComponent: () => import('./tour/tour-page').then((m) => m.TourPage),
      },
      {
        path: 'supervisor',
        title: 'team' satisfies TitleName,
        canActivate: [supervisorOnly],
        loadComponent: () => import('./supervisor/supervisor').then((m) => m.Supervisor),
      },
      {
        path: 'trainer',
        title: 'trainees' satisfies TitleName,
        canActivate: [trainerOnly],
        loadChildren: () => import('./trainer/trainer-routes').then((m) => m.trainerRoutes),
      },
      {
        path: 'admin',
        title: 'administration' satisfies TitleName,
        canActivate: [adminOnly],
        loadChildren: () => import('./admin/admin-routes').then((m) => m.adminRoutes),
      },
      { path: '**', redirectTo: 'customers' },
    ],
  },
];
