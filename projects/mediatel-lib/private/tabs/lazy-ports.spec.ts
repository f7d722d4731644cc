import { jest } from '@jest/globals';
import { EnvironmentInjector, ErrorHandler, Injectable, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AgentConnection } from 'mediatel-lib/ports';
import { FakeAgentConnection, FakeSoftphone, fakeAccount, provideFakePorts } from 'mediatel-lib/testing';
import { until } from 'test-kit';
import { provideTabs } from './provide-tabs';

const account = fakeAccount.mediatel;

/** The phone's code, as often as it was asked for. */
const softphone = jest.fn(() => Promise.resolve(FakeSoftphone));
const handleError = jest.fn<(error: unknown) => void>();
const opened = jest.fn<(account: unknown) => void>();

@Injectable()
class Connection extends FakeAgentConnection {
  override open(given: typeof account): void {
    opened(given);
    super.open(given);
  }
}

/** The tab's connection, whose code is fetched by `connection`. */
function tab(connection: () => Promise<typeof Connection>): AgentConnection {
  TestBed.configureTestingModule({ providers: [provideFakePorts()] });
  const providers = [{ provide: ErrorHandler, useValue: { handleError } }, provideTabs({ connection, softphone })];
  return createEnvironmentInjector(providers, TestBed.inject(EnvironmentInjector)).get(AgentConnection);
}

describe('LazyPorts', () => {
  beforeEach(() => {
    for (const mock of [softphone, handleError, opened]) mock.mockClear();
  });

  it('loads all parts ahead of the account, once, and opens nothing', async () => {
    const connection = jest.fn(() => Promise.resolve(Connection));
    const port = tab(connection);
    port.prepare();
    port.prepare();
    await until(() => connection.mock.calls.length > 0, 'the connection is asked for');
    expect(softphone).toHaveBeenCalledTimes(1);
    expect(opened).not.toHaveBeenCalled();
    port.open(account);
    await until(() => opened.mock.calls.length > 0, 'the connection is opened');
    expect(opened).toHaveBeenCalledWith(account);
    port.prepare();
    expect([connection.mock.calls.length, softphone.mock.calls.length]).toEqual([1, 1]);
  });

  it('tells nobody of parts that could not be fetched before an account was there, and fetches them again', async () => {
    let tries = 0;
    const connection = (): Promise<typeof Connection> => {
      tries += 1;
      return tries > 1 ? Promise.resolve(Connection) : Promise.reject(new Error('no network'));
    };
    const port = tab(connection);
    port.prepare();
    await until(() => {
      port.prepare();
      return tries > 1;
    }, 'the parts are asked for again');
    expect(port.state()).toEqual({ status: 'closed' });
    port.open(account);
    await until(() => opened.mock.calls.length > 0, 'the connection is opened');
    expect(handleError).not.toHaveBeenCalled();
  });

  it('tells of parts that could not be fetched for an account that came meanwhile', async () => {
    const port = tab(() => Promise.reject(new Error('no network')));
    port.prepare();
    port.open(account);
    await until(() => port.state().status === 'unreachable', 'the failure is shown');
    expect(port.state()).toEqual({ status: 'unreachable', retryAt: null, detail: 'no network' });
    expect(handleError).toHaveBeenCalledTimes(1);
  });
});
