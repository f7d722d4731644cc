import type { Routes } from '@angular/router';
import { NobodyChosen } from './nobody-chosen';
import { OpenTrainee } from './open-trainee';
import { Trainees } from './trainees';
import { TrainerPage } from './trainer-page';

/** The pages below `/trainer`. */
export const trainerRoutes: Routes = [
  {
    path: '',
    component: TrainerPage,
    children: [
      {
        path: 'scenarios',
        loadComponent: () => import('./scenario-editor').then((m) => m.ScenarioEditor),
      },
      {
        path: '',
        component: Trainees,
        children: [
          { path: ':login', component: OpenTrainee },
          { path: '', pathMatch: 'full', component: NobodyChosen },
        ],
      },
    ],
  },
];
