import { Component, signal } from '@angular/core';

/** As `ng new` creates it, without a router. */
@Component({ selector: 'host-app', template: '<h1>Hello, {{ title() }}</h1>' })
export class HostApp {
  protected readonly title = signal('host');
}
