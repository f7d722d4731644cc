import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { until } from 'test-kit';
import { Leaving } from '../phone/leaving';
import { Session } from '../session/session';
import type { Role, User } from '../session/user';
import { HintMemory } from './hint-memory';
import { UserMenu } from './user-menu';

async function openMenu(role: Role): Promise<void> {
  const user: User = { login: 'olena', name: 'Olena Kovalenko', extension: role === 'operator' ? '1001' : '', role };
  TestBed.configureTestingModule({
    providers: [
      { provide: Session, useValue: { user: signal(user) } },
      { provide: Leaving, useValue: { leave: () => Promise.resolve() } },
    ],
  });
  const fixture = TestBed.createComponent(UserMenu);
  await fixture.whenStable();
  (fixture.nativeElement as HTMLElement).querySelector('button')!.click();
  await fixture.whenStable();
}

const item = (text: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('.mat-mdc-menu-panel button')].find((button) =>
    button.textContent.includes(text),
  );

describe('the account’s menu', () => {
  beforeEach(() => localStorage.clear());

  it.each<Role>(['operator', 'supervisor', 'trainer', 'admin'])('lets a %s choose the language', async (role) => {
    await openMenu(role);
    expect(item('English')!.getAttribute('aria-checked')).toBe('true');
    item('Українська')!.click();
    await until(() => TestBed.inject(MediatelIntl).labels().language === 'uk', 'the desk speaks Ukrainian');
    expect(localStorage.getItem('mediatel.language')).toBe('uk');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(document.documentElement.lang).toBe('uk');
    expect(item('Українська')!.getAttribute('aria-checked')).toBe('true');
  });

  it.each<[Role, boolean]>([
    ['operator', true],
    ['supervisor', true],
    ['trainer', false],
    ['admin', false],
  ])('shows a %s the hints again: %p', async (role, has) => {
    await openMenu(role);
    const again = item('Show the hints again');
    expect(again !== undefined).toBe(has);
    again?.click();
    expect(TestBed.inject(HintMemory).open()).toBe(has);
  });

  it('names the account, its role and its extension', async () => {
    await openMenu('operator');
    expect(document.querySelector('.app-account')!.textContent).toContain('olena · operator · extension 1001');
  });
});
