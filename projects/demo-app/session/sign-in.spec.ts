import { jest } from '@jest/globals';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { PageLanguage } from '../kit/page-language';
import { type DemoAccount, DemoAccounts } from './demo-accounts';
import { Session } from './session';
import { SessionError } from './session-error';
import { SignIn } from './sign-in';

const agent: DemoAccount = { login: 'agent1', name: 'Olena Kovalenko', role: 'operator' };
const supervisor: DemoAccount = { login: 'supervisor1', name: 'Halyna Ostapenko', role: 'supervisor' };

describe('the sign-in page', () => {
  const signIn = jest.fn<Session['signIn']>();
  let page: HTMLElement;

  async function open(first: readonly DemoAccount[]): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: Session, useValue: { signIn } },
        {
          provide: DemoAccounts,
          useValue: {
            first: signal(first),
            others: signal(['agent2', 'agent3', 'agent4']),
            password: signal('training'),
            load: () => Promise.resolve(),
          },
        },
      ],
    });
    jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const fixture = TestBed.createComponent(SignIn);
    await fixture.whenStable();
    page = fixture.nativeElement as HTMLElement;
  }
  const settled = () => TestBed.inject(ApplicationRef).whenStable();
  const roleButtons = () => [...page.querySelectorAll<HTMLButtonElement>('.demo button')];

  beforeEach(() => {
    localStorage.clear();
    signIn.mockReset().mockResolvedValue();
  });

  it('has a button for each role that the server offers, with what it sees', async () => {
    await open([agent, supervisor]);
    expect(roleButtons().map((button) => button.querySelector('strong')!.textContent)).toEqual([
      'Operator',
      'Supervisor',
    ]);
    expect(roleButtons()[1]!.textContent).toContain('the team live');
    expect(page.querySelector('.demo p')!.textContent).toContain('agent2 … agent4');
    roleButtons()[1]!.click();
    await settled();
    expect(signIn).toHaveBeenCalledWith('supervisor1', 'training');
    expect(TestBed.inject(Router).navigateByUrl).toHaveBeenCalledWith('/');
  });

  it('says nothing of accounts if the server offers none', async () => {
    await open([]);
    expect(page.querySelector('.demo')).toBeNull();
    expect(page.textContent).not.toContain('training');
  });

  it('is dark if that was chosen in this browser', async () => {
    localStorage.setItem('verba.appearance', 'dark');
    await open([]);
    expect(document.documentElement.dataset['theme']).toBe('dark');
    delete document.documentElement.dataset['theme'];
  });

  it('says in the reader’s language why the sign-in failed', async () => {
    await open([agent]);
    await TestBed.inject(PageLanguage).choose('uk');
    signIn.mockRejectedValue(SessionError.unreadable());
    roleButtons()[0]!.click();
    await settled();
    expect(page.querySelector('h1')!.textContent).toBe('Раді вас бачити.');
    expect(page.querySelector('[role=alert]')!.textContent).toContain('Сервер відповів');
  });
});
