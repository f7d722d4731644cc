import type { AgentClientApp } from 'mediatel-lib/protocol';
import type { MediatelConfig } from './config';
import { resolveConfig } from './resolve-config';
import { readOperatorRules } from './operator-rules';
import { MediatelSetupError } from './setup-error';

const account: MediatelConfig['account'] = () => Promise.reject(new Error('not asked'));

const fault = (config: unknown): MediatelSetupError => {
  try {
    resolveConfig(config as MediatelConfig);
  } catch (error) {
    if (error instanceof MediatelSetupError) return error;
    throw error;
  }
  throw new Error('the configuration was taken');
};

describe('resolveConfig', () => {
  it('fills in every default', () => {
    expect(resolveConfig({ account })).toEqual({
      account,
      autoAnswer: 'expected',
      clericalSeconds: null,
      operatorRules: readOperatorRules(null),
      commandTimeout: 5000,
      iceServers: [],
      iceGatheringTimeout: 500,
      registerExpires: 300,
      defaultCountry: 'UA',
      chime: true,
      dtmf: 'auto',
      notify: true,
      resumeCalls: true,
      maxDurationWarning: 30,
      pauseLimits: {},
      pauseWhenNotReady: null,
      screenPopHosts: [],
    });
  });

  it.each([
    ['account', {}],
    ['account', { account: { user: 'x' } }],
    ['autoAnswer', { account, autoAnswer: 'sometimes' }],
    ['clericalSeconds', { account, clericalSeconds: 0 }],
    ['clericalSeconds', { account, clericalSeconds: '30' }],
    ['clientApp', { account, clientApp: 'off' }],
    ['commandTimeout', { account, commandTimeout: NaN }],
    ['iceServers', { account, iceServers: 'stun:x' }],
    ['registerExpires', { account, registerExpires: 5 }],
    ['defaultCountry', { account, defaultCountry: 'Ukraine' }],
    ['chime', { account, chime: 'yes' }],
    ['maxDurationWarning', { account, maxDurationWarning: -1 }],
    ['pauseLimits', { account, pauseLimits: 300 }],
    ['pauseLimits.Meeting', { account, pauseLimits: { Meeting: '300' } }],
    ['pauseWhenNotReady', { account, pauseWhenNotReady: '' }],
    ['screenPopHosts', { account, screenPopHosts: ['https://crm.example/'] }],
    ['screenPopHosts', { account, screenPopHosts: 'crm.example' }],
    ['dtmf', { account, dtmf: 'sip-info' }],
    ['notify', { account, notify: 1 }],
    ['resumeCalls', { account, resumeCalls: 'yes' }],
    ['autoAnswr', { account, autoAnswr: 'always' }],
  ])('names the field %s that is wrong', (field, config) => {
    const error = fault(config);
    expect(error).toMatchObject({ fault: 'bad-config', field });
    expect(error.message).toContain(`\`${field}\``);
  });

  it('says what to add when there is no configuration', () => {
    expect(fault(undefined).message).toContain('provideMediatel({ account })');
  });

  it('calls a host’s function for the operator’s settings at each access', () => {
    let clientApp: AgentClientApp | null = null;
    const resolved = resolveConfig({ account, clientApp: () => clientApp });
    expect(resolved.operatorRules.clericalReminder).toBeNull();
    clientApp = { ClericalReminder: 30 };
    expect(resolved.operatorRules.clericalReminder).toBe(30);
    expect(resolveConfig({ account, clientApp }).operatorRules.clericalReminder).toBe(30);
  });

  it('calls a host’s function for the clerical limit at each access', () => {
    let limit: number | null = null;
    const resolved = resolveConfig({ account, clericalSeconds: () => limit });
    expect(resolved.clericalSeconds).toBeNull();
    limit = 45;
    expect(resolved.clericalSeconds).toBe(45);
    limit = 0;
    expect(resolved.clericalSeconds).toBeNull();
  });
});
