import { inject, provideEnvironmentInitializer } from '@angular/core';
import { FlightRecorder } from 'mediatel-lib';

/** Lets a browser test, or whoever has the console open, take the recording: `await mediatelFlight()`. It holds no secret. */
export const provideFlightHook = () =>
  provideEnvironmentInitializer(() => {
    const recorder = inject(FlightRecorder);
    Object.assign(window, { mediatelFlight: () => recorder.text() });
  });
