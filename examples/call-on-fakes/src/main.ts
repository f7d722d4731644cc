import { bootstrapApplication } from '@angular/platform-browser';
import { withStore } from 'mediatel-lib';
import { provideMediatelTesting } from 'mediatel-lib/testing';
import { App } from './app';

// In a CRM, `provideMediatel(config, withStore())` stands here.
bootstrapApplication(App, { providers: [provideMediatelTesting({}, withStore())] }).catch(reportError);
