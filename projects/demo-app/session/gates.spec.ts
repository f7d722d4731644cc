import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Store } from '@ngrx/store';
import { AgentSession } from 'mediatel-lib';
import { NEVER } from 'rxjs';
import { until } from 'test-kit';
import { phoneStarts } from './gates';
import { Session } from './session';

/** Opens a page behind the gate. */
async function openPage(hasPhone: boolean): Promise<{ readonly signIns: () => number; readonly isOpen: boolean }> {
  let signIns = 0;
  const trySignIn = (): Promise<null> => {
    signIns += 1;
    // Mediatel does not answer.
    return new Promise(() => undefined);
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'customers', canActivate: [phoneStarts], children: [] }]),
      { provide: AgentSession, useValue: { trySignIn } },
      { provide: Store, useValue: { select: () => NEVER } },
      { provide: Session, useValue: { restore: () => Promise.resolve(), hasPhone: () => hasPhone } },
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/customers');
  return { signIns: () => signIns, isOpen: TestBed.inject(Router).url === '/customers' };
}

describe('the gate at which the phone starts', () => {
  it('signs the operator in, and does not keep the page waiting', async () => {
    const { signIns, isOpen } = await openPage(true);
    await until(() => signIns() > 0, 'the sign-in has begun');
    expect([signIns(), isOpen]).toEqual([1, true]);
  });

  it('signs nobody in who has no phone', async () => {
    const { signIns, isOpen } = await openPage(false);
    expect([signIns(), isOpen]).toEqual([0, true]);
  });
});
