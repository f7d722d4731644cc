import type { Routes } from '@angular/router';

export const adminRoutes: Routes = [
  {
    path: '',
    loadComponent: () => import('./admin-page').then((m) => m.AdminPage),
    children: [
      { path: '', pathMatch: 'full', loadComponent: () => import('./operator-list').then((m) => m.OperatorList) },
      { path: 'new', loadComponent: () => import('./new-operator').then((m) => m.NewOperatorPage) },
      { path: 'extensions', loadComponent: () => import('./extension-list').then((m) => m.ExtensionList) },
      { path: 'operators/:id', loadComponent: () => import('./operator-editor').then((m) => m.OperatorEditor) },
    ],
  },
];
