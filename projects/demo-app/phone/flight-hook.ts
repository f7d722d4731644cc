import { inject, provideEnvironmentInitializer } from '@angular/core';
import { FlightRecorder } from 'mediatel-lib';

/** Lets a browser test or a developer with the console take the recording: `await mediatelFlight()`. It has no secrets. */
export const provideFlightHook = () =>
  provideEnvironmentInitializer(() => {
    const recorder = inject(FlightRecorder);
    Object.assign(window, { mediatelFlight: () => recorder.text() });
  });
