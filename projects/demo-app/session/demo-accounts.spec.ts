import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { DemoAccounts, readOffer } from './demo-accounts';

const olena = { login: 'agent1', name: 'Olena Kovalenko', role: 'operator' };
const andriy = { login: 'agent2', name: 'Andriy Shevchenko', role: 'operator' };
const halyna = { login: 'supervisor1', name: 'Halyna Ostapenko', role: 'supervisor' };

describe('the accounts to try', () => {
  let server: HttpTestingController;
  let demo: DemoAccounts;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    server = TestBed.inject(HttpTestingController);
    demo = TestBed.inject(DemoAccounts);
  });

  it('are the first of each role, and the rest by login', async () => {
    const loaded = demo.load();
    server.expectOne('/api/demo-accounts').flush({ accounts: [halyna, olena, andriy], password: 'training' });
    await loaded;
    expect(demo.first()).toEqual([olena, halyna]);
    expect(demo.others()).toEqual(['agent2']);
    expect(demo.password()).toBe('training');
  });

  it('are none at a server that does not know the request', async () => {
    const loaded = demo.load();
    server.expectOne('/api/demo-accounts').flush({ error: 'not-found' }, { status: 404, statusText: 'Not found' });
    await loaded;
    expect(demo.first()).toEqual([]);
  });

  it.each([null, 'accounts', {}, { accounts: 7, password: 'x' }, { accounts: [olena], password: null }])(
    'are none in the answer %j',
    (answer) => {
      expect(readOffer(answer).accounts).toEqual([]);
    },
  );

  it('leave out what can’t be read', () => {
    const accounts = [null, 7, { login: 'x' }, { ...olena, role: 'queen' }, halyna];
    expect(readOffer({ accounts, password: 'training' }).accounts).toEqual([halyna]);
  });
});
