import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Action, Store } from '@ngrx/store';
import { CommandActions, withStore } from 'mediatel-lib';
import { FakeSoftphone, PhoneDriver, provideMediatelTesting } from 'mediatel-lib/testing';
import { Session } from '../session/session';
import { Tour } from './tour';
import { TourOrders } from './tour-orders';
import { type TourStepName, tourStepNames } from './tour-step';

const settled = () => TestBed.inject(ApplicationRef).whenStable();

/** A page with the phone of agent3. */
function load(): void {
  TestBed.resetTestingModule();
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideMediatelTesting({}, withStore()),
      { provide: Session, useValue: { user: signal({ login: 'agent3' }) } },
    ],
  });
}

const tour = () => TestBed.inject(Tour);
const phone = () => TestBed.inject(PhoneDriver);
const give = (action: Action) => TestBed.inject(Store).dispatch(action);

async function at(step: TourStepName): Promise<void> {
  tour().start();
  await settled();
  while (tour().state().step !== step) {
    if (tour().state().status !== 'running') throw new Error(`the tour has no step ${step} ahead`);
    tour().skipStep();
    await settled();
  }
}

/** The step after these acts, and how many of its sights have come. */
async function after(act: () => void): Promise<readonly [TourStepName, number]> {
  act();
  await settled();
  const { step, seen } = tour().state();
  return [step, seen];
}

describe('the tour sees by itself', () => {
  beforeEach(async () => {
    load();
    await phone().signIn();
  });

  it('the sign-in', async () => {
    expect(await after(() => tour().start())).toEqual(['sound', 0]);
    expect(tour().state().results).toEqual({ signIn: 'done' });
  });

  it('the sound test, but no ring test', async () => {
    await at('sound');
    const softphone = TestBed.inject(FakeSoftphone);
    softphone.audioFacts.update((facts) => ({ ...facts, microphone: { status: 'ready', label: 'fake' } }));
    expect(await after(() => give(CommandActions.testSound({ use: 'ringer' })))).toEqual(['sound', 0]);
    expect(await after(() => give(CommandActions.testSound({ use: 'speaker' })))).toEqual(['firstCall', 0]);
  });

  it('the first call, when they talk', async () => {
    await at('firstCall');
    expect(await after(() => phone().callGoesOut())).toEqual(['firstCall', 0]);
    expect(await after(() => phone().talk())).toEqual(['mute', 0]);
  });

  it('muting and unmuting', async () => {
    await at('mute');
    phone().callComesIn();
    expect(await after(() => phone().talk())).toEqual(['mute', 0]);
    expect(await after(() => phone().mute())).toEqual(['mute', 1]);
    expect(await after(() => phone().mute(false))).toEqual(['hold', 0]);
  });

  it('hold and its end', async () => {
    await at('hold');
    phone().callComesIn();
    phone().talk();
    expect(await after(() => phone().hold())).toEqual(['hold', 1]);
    expect(await after(() => phone().retrieve())).toEqual(['keys', 0]);
  });

  it('a key, in a call', async () => {
    await at('keys');
    expect(await after(() => give(CommandActions.sendDigits({ digits: '1' })))).toEqual(['keys', 0]);
    phone().callComesIn();
    phone().talk();
    expect(await after(() => give(CommandActions.sendDigits({ digits: '1' })))).toEqual(['code', 0]);
  });

  it('a saved code, but not after-call work that runs out', async () => {
    await at('code');
    phone().callComesIn();
    phone().talk();
    phone().hangUp();
    expect(await after(() => phone().afterCallEnds())).toEqual(['code', 0]);
    phone().callComesIn();
    phone().talk();
    phone().hangUp();
    expect(await after(() => phone().saveCode('10. Promise to pay'))).toEqual(['pause', 0]);
  });

  it('a pause and its end', async () => {
    await at('pause');
    expect(await after(() => phone().pause('Meeting'))).toEqual(['pause', 1]);
    expect(await after(() => phone().endPause())).toEqual(['missed', 0]);
  });

  it('a missed call, and the way back', async () => {
    await at('missed');
    expect(await after(() => phone().pause('Meeting'))).toEqual(['missed', 0]);
    phone().endPause();
    expect(await after(() => phone().callIsMissed())).toEqual(['missed', 1]);
    expect(await after(() => phone().endPause())).toEqual(['network', 0]);
  });

  it('the lost connection, and its return', async () => {
    await at('network');
    expect(await after(() => phone().loseLink())).toEqual(['network', 1]);
    expect(tour().state().status).toBe('running');
    await after(() => phone().linkReturns());
    expect(tour().state()).toMatchObject({ status: 'finished', results: { network: 'done', pause: 'skipped' } });
  });
});

describe('the tour', () => {
  beforeEach(async () => {
    load();
    await phone().signIn();
  });

  it('says what stands in the way', async () => {
    await at('hold');
    expect(tour().obstacle()).toBe('call');
    phone().callComesIn();
    phone().talk();
    expect(tour().obstacle()).toBeNull();
    phone().hangUp();
    expect(tour().obstacle()).toBe('saveCode');
  });

  it('is kept for this person, step and results', async () => {
    await at('hold');
    const kept = JSON.parse(localStorage.getItem('verba.tour.agent3') ?? 'null') as unknown;
    expect(kept).toMatchObject({ status: 'running', step: 'hold', results: { signIn: 'done', mute: 'skipped' } });
  });

  it('has all ten ended when it is finished', async () => {
    await at('network');
    tour().skipStep();
    expect(Object.keys(tour().state().results)).toEqual(tourStepNames);
  });
});

describe('what the tour orders', () => {
  const server = () => TestBed.inject(HttpTestingController);
  const orders = () => TestBed.inject(TourOrders);
  const next = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(async () => {
    load();
    await phone().signIn();
  });

  it('is nothing while a step needs nothing', async () => {
    await at('firstCall');
    expect(orders().offered()).toBeNull();
  });

  it('is a call where a step needs one', async () => {
    await at('mute');
    expect(orders().offered()).toBe('call');
    const given = orders().give('call');
    server().expectOne('/api/calls').flush({}, { status: 201, statusText: 'Created' });
    await given;
    expect(orders().refusal()).toBeNull();
    phone().callComesIn();
    phone().talk();
    expect(orders().offered()).toBeNull();
  });

  it('is a call that the phone can’t answer: first its line is cut, then the call comes', async () => {
    await at('missed');
    expect(orders().offered()).toBe('missedCall');
    const given = orders().give('missedCall');
    const cut = server().expectOne('/api/faults');
    expect(cut.request.body).toEqual({ agent: 'agent3', line: 'sip', seconds: 3 });
    server().expectNone('/api/calls');
    cut.flush(null, { status: 204, statusText: 'No Content' });
    await next();
    server().expectOne('/api/calls').flush({}, { status: 201, statusText: 'Created' });
    await given;
    phone().callIsMissed();
    await settled();
    expect(orders().offered()).toBeNull();
  });

  it('is a call, and in it the cut', async () => {
    await at('network');
    expect(orders().offered()).toBe('call');
    phone().callComesIn();
    phone().talk();
    expect(orders().offered()).toBe('cut');
    const given = orders().give('cut');
    expect(server().expectOne('/api/faults').request.body).toEqual({ agent: 'agent3', line: 'mediatel', seconds: 6 });
    void given;
  });

  it('is refused in a word', async () => {
    await at('mute');
    const given = orders().give('call');
    server().expectOne('/api/calls').flush({}, { status: 409, statusText: 'Conflict' });
    await given;
    expect(orders().refusal()).toBe('busy');
    expect(orders().busy()).toBe(false);
  });
});
