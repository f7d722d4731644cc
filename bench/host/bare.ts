import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { HostApp } from './host-app';

void bootstrapApplication(HostApp, { providers: [provideBrowserGlobalErrorListeners()] });
