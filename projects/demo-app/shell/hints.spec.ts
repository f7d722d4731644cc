import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../session/session';
import type { Role } from '../session/user';
import { HintMemory } from './hint-memory';
import { Hints } from './hints';

async function visit(role: Role = 'operator'): Promise<HTMLElement> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: Session, useValue: { user: signal({ role }) } }],
  });
  const fixture = TestBed.createComponent(Hints);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const texts = (page: HTMLElement) => [...page.querySelectorAll('li strong')].map((hint) => hint.textContent);

describe('the hints', () => {
  beforeEach(() => localStorage.clear());

  it('are three on the first visit, and none on the next', async () => {
    expect((await visit()).querySelectorAll('li').length).toBe(3);
    expect((await visit()).querySelectorAll('li').length).toBe(0);
  });

  it('disappear when dismissed', async () => {
    const page = await visit();
    page.querySelector('button')!.click();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(page.querySelector('aside')).toBeNull();
  });

  it('leave the focus at the work when dismissed', async () => {
    const page = await visit();
    const main = document.createElement('main');
    main.tabIndex = -1;
    document.body.append(main);
    main.append(page);
    const button = page.querySelector('button')!;
    button.focus();
    button.click();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(document.activeElement).toBe(main);
    main.remove();
  });

  it('come again when the person asks for them, until the next visit', async () => {
    await visit();
    const page = await visit();
    TestBed.inject(HintMemory).showAgain();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(page.querySelectorAll('li').length).toBe(3);
    expect((await visit()).querySelector('aside')).toBeNull();
  });

  it('are others for a supervisor, who has not seen those of operators', async () => {
    const ofOperators = texts(await visit());
    const ofSupervisors = texts(await visit('supervisor'));
    expect(ofSupervisors.length).toBe(3);
    expect(ofSupervisors.filter((text) => ofOperators.includes(text))).toEqual([]);
    expect(texts(await visit('supervisor'))).toEqual([]);
  });

  it.each<Role>(['trainer', 'admin'])('are none for the role %s', async (role) => {
    const page = await visit(role);
    TestBed.inject(HintMemory).showAgain();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(page.querySelector('aside')).toBeNull();
  });
});
