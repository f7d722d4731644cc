import { ChangeDetectionStrategy, Component, DestroyRef, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Mediatel } from 'mediatel-lib';
import { MediatelDesk } from 'mediatel-lib/desk';
import { PhoneDriver } from 'mediatel-lib/testing';

/** What happens at the other end, one button each. */
interface Step {
  readonly label: string;
  /** Whether the step makes sense now. */
  readonly isPossible: boolean;
  readonly play: () => void;
}

/** A small CRM with the desk. Its buttons play Mediatel and the customer; the desk is the operator's own. */
@Component({
  selector: 'app-root',
  imports: [MatButton, MediatelDesk],
  template: `
    <main>
      <h1>A call on fakes</h1>
      <p>Play the customer here, and the operator on the desk: hang up, choose a code, save.</p>
      <div class="steps">
        @for (step of steps(); track step.label) {
          <button matButton="filled" type="button" [disabled]="!step.isPossible" (click)="step.play()">
            {{ step.label }}
          </button>
        }
      </div>
      <h2>What the CRM hears</h2>
      <ol>
        @for (line of heard(); track $index) {
          <li>{{ line }}</li>
        }
      </ol>
    </main>
    <mediatel-desk />
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 24px;
      padding: 16px;
    }
    main {
      flex: 1 1 320px;
    }
    .steps {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  readonly #driver = inject(PhoneDriver);
  readonly #phone = inject(Mediatel);

  protected readonly heard = signal<readonly string[]>([]);
  protected readonly steps = computed<readonly Step[]>(() => {
    const isSignedIn = this.#phone.session().status === 'signedIn';
    const { phase } = this.#phone.state();
    return [
      { label: 'Sign in', isPossible: !isSignedIn, play: () => void this.#driver.signIn() },
      {
        label: 'A customer calls',
        isPossible: isSignedIn && phase === 'available',
        play: () => this.#driver.callComesIn({ number: '0661234567', queue: 'Sales' }),
      },
      {
        label: 'Talk',
        isPossible: phase === 'delivered' || phase === 'dialing',
        play: () => this.#driver.talk(),
      },
      {
        label: 'The customer hangs up',
        isPossible: phase === 'talking' || phase === 'held',
        play: () => this.#driver.customerHangsUp(),
      },
    ];
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    const events = this.#phone.events.subscribe(({ type }) => this.heard.update((lines) => [...lines, type]));
    // The fakes have a clock of their own, which only moves when it is moved.
    const clock = setInterval(() => this.#driver.wait(1000), 1000);
    destroyed.onDestroy(() => {
      events.unsubscribe();
      clearInterval(clock);
    });
  }
}
