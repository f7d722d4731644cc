import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { EMPTY } from 'rxjs';
import { ExtraRequestWorker } from './extra-request-worker';

/** Starts the giving of hosts' extra requests with the effects, in tabs too that only send for others. */
export const workExtraRequests = createEffect(
  () => {
    inject(ExtraRequestWorker);
    return EMPTY;
  },
  { functional: true, dispatch: false },
);
