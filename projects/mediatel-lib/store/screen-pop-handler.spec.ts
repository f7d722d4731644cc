import { jest } from '@jest/globals';
import { StoreHarness } from 'mediatel-lib/testing';
import { isAllowedHost } from './allowed-host';
import { preloadEffects } from './effects-loader';

beforeAll(preloadEffects);

describe('isAllowedHost', () => {
  const hosts = ['crm.example', 'local.example:8443', '*.cards.example'];
  it.each([
    ['https://crm.example/39553609', true],
    ['http://crm.example:81/', true],
    ['https://CRM.example/', true],
    ['https://local.example:8443/', true],
    ['https://local.example/', false],
    ['https://a.cards.example/', true],
    ['https://cards.example/', false],
    ['https://evilcards.example/', false],
    ['https://crm.example.evil.example/', false],
    ['https://crm.example@evil.example/', false],
    ['https://user:secret@crm.example/', false],
    ['https://evil.example/#crm.example', false],
    ['javascript:alert(1)//crm.example', false],
    ['data:text/html,crm.example', false],
    ['//crm.example/', false],
    ['', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowedHost(url, hosts)).toBe(allowed);
  });
});

describe('the default screen pop', () => {
  const webServer = 'javascript:window.external.CRMNavigate("Card","Customer","https://crm.example/7",false);';
  const open = jest.spyOn(window, 'open').mockReturnValue(null);

  beforeEach(() => {
    open.mockClear();
    sessionStorage.clear();
  });

  it.each([
    [['crm.example'], 1],
    [['other.example'], 0],
    [[], 0],
  ])('with the hosts %j opens %i pages, once a call', async (screenPopHosts, times) => {
    const harness = new StoreHarness({ screenPopHosts });
    await harness.signIn('STATE_CALL_ACTIVE', { webServer });
    harness.snapshot('STATE_CLERICAL', { webServer });
    expect(open).toHaveBeenCalledTimes(times);
    if (times) expect(open).toHaveBeenCalledWith('https://crm.example/7', '_blank', 'noopener,noreferrer');
    expect(harness.takeNames('Mediatel Agent')).toContain('Screen Pop Requested');
  });
});
