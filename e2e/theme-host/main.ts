import { Component, type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideStore } from '@ngrx/store';
import { MediatelDesk } from 'mediatel-lib/desk';
import { AgentConnection, Softphone } from 'mediatel-lib/ports';
import { AgentSession, provideMediatelStore } from 'mediatel-lib/store';
import {
  type FakeAgentConnection,
  type FakeSoftphone,
  type WireSnapshot,
  provideFakePorts,
  wireSnapshot,
} from 'mediatel-lib/testing';
import { MediatelDialer } from 'mediatel-lib/ui';

/** A small CRM: a button of Material of its own, a part of the library alone, and the desk. */
@Component({
  selector: 'theme-host',
  imports: [MatButton, MediatelDesk, MediatelDialer],
  template: `
    <main>
      <h2>Customers</h2>
      <p>The host's own words, button and field.</p>
      <button id="host-button" matButton="filled" type="button">Open the card</button>
      <p><input aria-label="Search" /></p>
      @if (withParts) {
        <mediatel-dialer number="0661234501" [queues]="queues" [recent]="['0667654321']" />
      }
    </main>
    @if (withParts) {
      <mediatel-desk />
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 24px;
      padding: 16px;
    }
    main {
      flex: 0 0 380px;
    }
  `,
})
class ThemeHost {
  readonly #connection = inject(AgentConnection) as FakeAgentConnection;
  readonly #softphone = inject(Softphone) as FakeSoftphone;

  /** Whether the library's parts are on the page: `?bare` shows the host alone. */
  protected readonly withParts = location.search !== '?bare';
  protected readonly queues = ['DM_MFO_1', 'DM_Banks_ManualCalls'];

  constructor() {
    const session = inject(AgentSession);
    // The tests drive the phone by these.
    Object.assign(window, {
      phone: {
        signIn: async () => {
          await session.signIn();
          this.#connection.connect();
        },
        answer: () => {
          this.#softphone.invite('call-1');
          this.#softphone.execute({ type: 'answer', callId: 'call-1' });
        },
        snapshot: (state: string, fields: WireSnapshot = {}) => {
          this.#connection.receive(wireSnapshot(state, { time: Date.now(), serverTime: Date.now(), ...fields }));
        },
      },
    });
  }
}

const phone = (): EnvironmentProviders =>
  makeEnvironmentProviders([provideStore(), provideFakePorts(), provideMediatelStore()]);

void bootstrapApplication(ThemeHost, { providers: [phone()] });
