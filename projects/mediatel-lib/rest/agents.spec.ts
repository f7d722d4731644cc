import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { MediatelAgents } from './agents';
import { MediatelApiError } from './api-error';
import { MEDIATEL_REST_CONFIG } from './rest-config';

const apiUrl = 'https://mediatel.example/v1';
const ok = (...result: readonly unknown[]) => ({ error: { code: 200 }, result });

function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: MEDIATEL_REST_CONFIG, useValue: { apiUrl: `${apiUrl}/`, recordingsUrl: '' } },
    ],
  });
  return { agents: TestBed.inject(MediatelAgents), http: TestBed.inject(HttpTestingController) };
}

const failing = (promise: Promise<unknown>): Promise<MediatelApiError> =>
  promise.then(
    () => Promise.reject(new Error('did not fail')),
    (error: unknown) => {
      if (error instanceof MediatelApiError) return error;
      throw error;
    },
  );

describe('Agents', () => {
  it('lists accounts with the cookie, ids as numbers and unknown fields kept', async () => {
    const { agents, http } = setUp();
    const listed = firstValueFrom(agents.list());
    const request = http.expectOne({ method: 'GET', url: `${apiUrl}/agents` });
    expect(request.request.withCredentials).toBe(true);
    request.flush(ok({ ID: '7', Login: 'koval.o', Odd: 1 }));
    expect(await listed).toEqual([{ ID: 7, Login: 'koval.o', Odd: 1 }]);
  });

  it.each([
    ['one', (agents: MediatelAgents) => agents.get(7), '/agents/7'],
    ['oneself', (agents: MediatelAgents) => agents.self(), '/agents/self'],
  ] as const)('reads %s', async (_what, read, path) => {
    const { agents, http } = setUp();
    const one = firstValueFrom(read(agents));
    http.expectOne(`${apiUrl}${path}`).flush(ok({ ID: 7, Login: 'a' }));
    expect(await one).toEqual({ ID: 7, Login: 'a' });
  });

  it('changes partially, retires, and removes for good', async () => {
    const { agents, http } = setUp();
    const done = firstValueFrom(agents.retire(7));
    const put = http.expectOne({ method: 'PUT', url: `${apiUrl}/agents/7` });
    expect(put.request.body).toEqual({ State: 0 });
    put.flush(ok());
    await done;
    const removed = firstValueFrom(agents.remove(7));
    http.expectOne({ method: 'DELETE', url: `${apiUrl}/agents/7` }).flush(ok());
    await removed;
  });

  it('creates an operator from a template and copies all other fields', async () => {
    const { agents, http } = setUp();
    const created = firstValueFrom(
      agents.createFrom(3, { Login: 'bondar.i', Password: 'generated', Details: 'i.bondar@crm.example' }),
    );
    http
      .expectOne(`${apiUrl}/agents/3`)
      .flush(ok({ ID: 3, Login: 'koval.o', Password: '5f4d', State: 1, Skills: [1] }));
    const post = http.expectOne({ method: 'POST', url: `${apiUrl}/agents` });
    expect(post.request.body).toEqual({
      ...{ ID: -1, Login: 'bondar.i', Password: 'generated', Details: 'i.bondar@crm.example', State: 1, Skills: [1] },
    });
    post.flush(ok({ ID: '41' }));
    expect(await created).toBe(41);
  });

  it('finds live templates by the beginning of the login', async () => {
    const { agents, http } = setUp();
    const found = firstValueFrom(agents.templates('KO'));
    http
      .expectOne(`${apiUrl}/agents`)
      .flush(ok({ ID: 1, Login: 'koval.o' }, { ID: 2, Login: 'kozak.a', State: 0 }, { ID: 3, Login: 'bondar.i' }));
    expect((await found).map(({ ID }) => ID)).toEqual([1]);
  });

  it.each([
    [{ error: { code: 400, id: 100 } }, 'invalid-parameters'],
    [{ error: { code: 400, id: '101' } }, 'invalid-name'],
    [{ error: { code: 409, details: { id: 102, message: 'taken' } } }, 'name-in-use'],
    [{ error: { code: 403, id: 103 } }, 'no-permission'],
    [{ error: { code: 500, id: 105 } }, 'other'],
    [{ error: { code: 409, id: 106 } }, 'in-use'],
    [{ error: { code: 500, id: 999 } }, 'other'],
    [{ error: { code: 404 } }, 'not-found'],
    [{ error: { code: 403 } }, 'unauthorised'],
    ['<html>', 'unreadable'],
    [ok({ Login: 'no id' }), 'unreadable'],
    [{ error: { code: 200 }, result: 'text' }, 'unreadable'],
    [ok(), 'not-found'],
  ] as const)('reads the answer %j as %s', async (answer, failure) => {
    const { agents, http } = setUp();
    const error = failing(firstValueFrom(agents.get(1)));
    http.expectOne(`${apiUrl}/agents/1`).flush(answer as object);
    expect(await error).toMatchObject({ failure });
  });

  it.each([
    [403, 'Forbidden', 'Forbidden', 'unauthorised'],
    [404, 'Not Found', null, 'not-found'],
    [409, 'Conflict', { error: { code: 409, id: 102, message: 'taken' } }, 'name-in-use'],
    [502, 'Bad Gateway', '<html>', 'other'],
  ] as const)(
    'reads an HTTP %i by its body if it can, else by the status',
    async (status, statusText, body, failure) => {
      const { agents, http } = setUp();
      const error = failing(firstValueFrom(agents.get(1)));
      http.expectOne(`${apiUrl}/agents/1`).flush(body, { status, statusText });
      expect(await error).toMatchObject({ failure, code: status });
    },
  );

  it('reports an unreachable server', async () => {
    const { agents, http } = setUp();
    const error = failing(firstValueFrom(agents.list()));
    http.expectOne(`${apiUrl}/agents`).error(new ProgressEvent('error'));
    expect(await error).toMatchObject({ failure: 'unreachable', code: 0 });
  });
});
