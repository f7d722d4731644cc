import { TestBed } from '@angular/core/testing';
import { MEDIATEL_RECONNECT_POLICY } from 'mediatel-lib/ports';
import { injectReconnectPolicy } from './inject-reconnect-policy';
import { reconnectPolicy } from './reconnect-policy';

describe('the reconnect policy', () => {
  it('is the default one where the host sets none', () => {
    expect(TestBed.runInInjectionContext(injectReconnectPolicy)).toEqual(reconnectPolicy);
  });

  it('keeps the default of what the host does not set', () => {
    TestBed.configureTestingModule({
      providers: [{ provide: MEDIATEL_RECONNECT_POLICY, useValue: { connectTimeout: 9000 } }],
    });
    expect(TestBed.runInInjectionContext(injectReconnectPolicy)).toEqual({ ...reconnectPolicy, connectTimeout: 9000 });
  });
});
