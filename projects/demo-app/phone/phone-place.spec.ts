import { BreakpointObserver } from '@angular/cdk/layout';
import { TestBed } from '@angular/core/testing';
import { BehaviorSubject } from 'rxjs';
import { PhonePlace } from './phone-place';

describe('the phone’s place', () => {
  const narrow = new BehaviorSubject({ matches: false, breakpoints: {} });

  beforeEach(() => {
    localStorage.clear();
    narrow.next({ matches: false, breakpoints: {} });
    TestBed.configureTestingModule({
      providers: [{ provide: BreakpointObserver, useValue: { observe: () => narrow } }],
    });
  });

  it('is the side until another one is chosen and stored', () => {
    expect(TestBed.inject(PhonePlace).place()).toBe('side');
    TestBed.inject(PhonePlace).choose('floating');
    TestBed.resetTestingModule();
    expect(TestBed.inject(PhonePlace).place()).toBe('floating');
  });

  it('is the side on a small screen, and the chosen one on a large screen', () => {
    const place = TestBed.inject(PhonePlace);
    place.choose('across');
    narrow.next({ matches: true, breakpoints: {} });
    expect(place.place()).toBe('side');
    expect(place.chosen()).toBe('across');
    narrow.next({ matches: false, breakpoints: {} });
    expect(place.place()).toBe('across');
  });

  it('ignores what it never wrote', () => {
    localStorage.setItem('verba.phone-place', 'ceiling');
    expect(TestBed.inject(PhonePlace).chosen()).toBe('side');
  });
});
