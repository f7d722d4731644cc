import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AgentSession } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';

/** A page of the CRM that is loaded when it is opened. */
@Component({
  selector: 'app-desk-page',
  imports: [MatButton, MediatelDesk],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button matButton="filled" type="button" (click)="signIn()">Sign in</button>
    <mediatel-desk />
  `,
  styles: `
    mediatel-desk {
      width: 360px;
    }
  `,
})
export class DeskPage {
  private readonly session = inject(AgentSession);

  signIn(): void {
    void this.session.signIn();
  }
}
