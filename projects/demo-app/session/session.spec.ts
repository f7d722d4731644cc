import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from './session';

const answer = {
  login: 'agent11',
  name: 'Nataliia Rudenko',
  role: 'operator',
  extension: '1011',
  mediatel: { user: 'agent11', password: 'training', extension: '1011' },
  sip: { login: 'sip11', password: 'training', realm: 'training.local' },
};

describe('the session', () => {
  let session: Session;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    session = TestBed.inject(Session);
    server = TestBed.inject(HttpTestingController);
  });
  afterEach(() => server.verify());

  it('signs in and keeps the three accounts apart', async () => {
    const done = session.signIn('agent11', 'training');
    server.expectOne({ method: 'POST', url: '/api/session' }).flush(answer);
    await done;
    expect(session.user()).toEqual({ login: 'agent11', name: 'Nataliia Rudenko', extension: '1011', role: 'operator' });
    expect(await session.account()).toEqual({
      mediatel: { url: 'http://localhost', user: 'agent11', password: 'training', extension: '1011' },
      sip: {
        url: 'ws://localhost/ws',
        login: 'sip11',
        password: 'training',
        realm: 'training.local',
        displayName: 'Nataliia Rudenko',
      },
    });
  });

  it.each([
    [45, 45],
    [null, null],
    [undefined, null],
    ['45', null],
  ])('takes %p for the limit of the work after a call', async (clericalSeconds, limit) => {
    const done = session.signIn('agent11', 'training');
    server.expectOne('/api/session').flush({ ...answer, clericalSeconds });
    await done;
    expect(session.clericalSeconds()).toBe(limit);
  });

  it.each([
    [401, 'wrongCredentials'],
    [500, 'unreachable'],
    [0, 'unreachable'],
  ])('says of status %s: %s', async (status, reason) => {
    const done = session.signIn('agent1', 'nope');
    const request = server.expectOne('/api/session');
    if (status === 0) request.error(new ProgressEvent('error'));
    else request.flush({}, { status, statusText: 'refused' });
    await expect(done).rejects.toMatchObject({ name: 'SessionError', reason });
    expect(session.user()).toBeNull();
  });

  it('refuses an answer it does not understand', async () => {
    const done = session.signIn('agent1', 'training');
    server.expectOne('/api/session').flush({ login: 7 });
    await expect(done).rejects.toMatchObject({ reason: 'unreadable' });
  });

  it('restores the session once, with one request', async () => {
    const done = Promise.all([session.restore(), session.restore()]);
    server.expectOne({ method: 'GET', url: '/api/session' }).flush(answer);
    await done;
    expect(session.user()?.login).toBe('agent11');
  });

  it.each(['supervisor', 'trainer'])('knows that a %s has no phone', async (role) => {
    const done = session.signIn(`${role}1`, 'training');
    server.expectOne('/api/session').flush({
      login: `${role}1`,
      name: 'Halyna Ostapenko',
      role,
      extension: '',
      mediatel: null,
      sip: null,
    });
    await done;
    expect(session.user()?.role).toBe(role);
    expect(session.hasPhone()).toBe(false);
    await expect(session.account()).rejects.toThrow('Nobody with a phone');
  });
});
