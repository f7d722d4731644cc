import type { Routes } from '@angular/router';

export const routes: Routes = [
  { path: 'gallery', loadComponent: () => import('./gallery/gallery').then((m) => m.Gallery) },
];
