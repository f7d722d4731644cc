import { Routes } from '@angular/router';

export const routes: Routes = [{ path: 'desk', loadComponent: async () => (await import('./desk-page')).DeskPage }];
