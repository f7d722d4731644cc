// `@angular/core/testing` in specs, with its platform. Only specs that import it wait for Angular.
// The file itself comes first, because `platform-browser` imports it too.
import { getTestBed } from '../../node_modules/@angular/core/fesm2022/testing.mjs';
import { ErrorHandler, NgModule, provideZonelessChangeDetection } from '@angular/core';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';

export * from '../../node_modules/@angular/core/fesm2022/testing.mjs';

class Zoneless {}
NgModule({
  providers: [
    provideZonelessChangeDetection(),
    {
      provide: ErrorHandler,
      useValue: {
        handleError: (/** @type {unknown} */ error) => {
          throw error;
        },
      },
    },
  ],
})(Zoneless);

getTestBed().initTestEnvironment([BrowserTestingModule, Zoneless], platformBrowserTesting());
