import { Component, provideBrowserGlobalErrorListeners } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatInput } from '@angular/material/input';
import { bootstrapApplication } from '@angular/platform-browser';
import { RouterOutlet, provideRouter } from '@angular/router';
import { provideEffects } from '@ngrx/effects';
import { provideStore } from '@ngrx/store';

/** An application that does nothing, made of what every CRM of this kind has: Angular, Material, NgRx, a router. */
@Component({
  selector: 'host-app',
  imports: [MatButton, MatFormField, MatInput, RouterOutlet],
  template: `
    <mat-form-field><input matInput /></mat-form-field>
    <button matButton type="button">Nothing</button>
    <router-outlet />
  `,
})
class EmptyApp {}

void bootstrapApplication(EmptyApp, {
  providers: [provideBrowserGlobalErrorListeners(), provideRouter([]), provideStore(), provideEffects()],
});
