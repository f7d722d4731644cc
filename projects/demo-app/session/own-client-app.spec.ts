import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { OwnClientApp } from './own-client-app';

describe('the operator’s own ClientApp', () => {
  const setUp = () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    return { own: TestBed.inject(OwnClientApp), server: TestBed.inject(HttpTestingController) };
  };
  /** The request, once the REST client has been imported. */
  const asked = async (server: HttpTestingController) => {
    await import('./fetch-client-app');
    await Promise.resolve();
    return server.expectOne('/v1/agents/self');
  };

  it('is read from the REST API', async () => {
    const { own, server } = setUp();
    expect(own.value()).toBeNull();
    const loaded = own.load();
    const ClientApp = { ClericalReminder: 40 };
    (await asked(server)).flush({ error: { code: 200 }, result: [{ ID: 1, Login: 'a', ClientApp }] });
    await loaded;
    expect(own.value()).toEqual(ClientApp);
  });

  it('does not keep anybody from the phone', async () => {
    const { own, server } = setUp();
    const refused = own.load();
    (await asked(server)).flush(null, { status: 500, statusText: 'failed' });
    await refused;
    jest.useFakeTimers();
    const unanswered = own.load();
    await asked(server);
    jest.advanceTimersByTime(3000);
    jest.useRealTimers();
    await unanswered;
    expect(own.value()).toBeNull();
  });
});
