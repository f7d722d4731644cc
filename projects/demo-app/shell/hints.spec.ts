import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Hints } from './hints';

async function visit(): Promise<HTMLElement> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Hints);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

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
});
