import type { AutoAnswerPolicy, DigitTransport, MediatelConfig, ResolvedMediatelConfig } from './config';
import { readOperatorRules } from './operator-rules';
import { MediatelSetupError } from './setup-error';

const policies: readonly AutoAnswerPolicy[] = ['always', 'expected', 'never'];
const digitTransports: readonly DigitTransport[] = ['rtp', 'info', 'auto'];

const fields: ReadonlySet<string> = new Set<keyof MediatelConfig>([
  'account',
  'autoAnswer',
  'clericalSeconds',
  'clientApp',
  'commandTimeout',
  'iceServers',
  'iceGatheringTimeout',
  'registerExpires',
  'defaultCountry',
  'chime',
  'dtmf',
  'notify',
  'resumeCalls',
  'maxDurationWarning',
  'pauseLimits',
  'pauseWhenNotReady',
  'screenPopHosts',
]);

function duration(value: number | undefined, fallback: number, field: string, least: number): number {
  if (value === undefined) return fallback;
  if (typeof value === 'number' && Number.isFinite(value) && value >= least) return value;
  throw MediatelSetupError.badConfig(field, `should be a number of at least ${least}, is ${JSON.stringify(value)}`);
}

function checkShift({ pauseLimits, pauseWhenNotReady: pauseWhenNotReady, screenPopHosts }: MediatelConfig): void {
  if (pauseLimits !== undefined && (typeof pauseLimits !== 'object' || pauseLimits === null)) {
    throw MediatelSetupError.badConfig('pauseLimits', 'should be an object of seconds by the pause’s name or id');
  }
  for (const [name, seconds] of Object.entries(pauseLimits ?? {})) duration(seconds, 0, `pauseLimits.${name}`, 1);
  if (
    pauseWhenNotReady !== undefined &&
    pauseWhenNotReady !== null &&
    (typeof pauseWhenNotReady !== 'string' || pauseWhenNotReady === '')
  ) {
    throw MediatelSetupError.badConfig('pauseWhenNotReady', 'should be a pause’s name or id, or null');
  }
  const isHost = (host: unknown): boolean => typeof host === 'string' && /^(\*\.)?[^\s/@*]+$/.test(host);
  if (screenPopHosts !== undefined && !(Array.isArray(screenPopHosts) && screenPopHosts.every(isHost))) {
    throw MediatelSetupError.badConfig(
      'screenPopHosts',
      'should be a list of hosts such as crm.example or *.crm.example',
    );
  }
}

/** Checks a fixed limit at once. A function's result counts as unset if it is no valid duration. */
function clericalLimit(
  { clericalSeconds: given }: MediatelConfig,
  run: (ask: () => number | null) => number | null,
): () => number | null {
  if (typeof given === 'function') {
    return () => {
      const seconds = run(given);
      return typeof seconds === 'number' && seconds >= 1 && Number.isFinite(seconds) ? seconds : null;
    };
  }
  const fixed = given === undefined ? null : duration(given, 0, 'clericalSeconds', 1);
  return () => fixed;
}

/**
 * Checks a host's configuration and fills in the defaults.
 *
 * `run` calls the host's functions in an injection context. Throws `MediatelSetupError` that names the wrong field.
 */
export function resolveConfig(
  config: MediatelConfig,
  run: <T>(ask: () => T) => T = (ask) => ask(),
): ResolvedMediatelConfig {
  if (typeof config !== 'object' || config === null) throw MediatelSetupError.noConfig();
  for (const field of Object.keys(config)) {
    if (!fields.has(field)) {
      throw MediatelSetupError.badConfig(
        field,
        `is not a field of the configuration (known: ${[...fields].join(', ')})`,
      );
    }
  }
  if (typeof config.account !== 'function') {
    throw MediatelSetupError.badConfig(
      'account',
      'should be a function that returns a promise of the operator’s accounts',
    );
  }
  if (config.autoAnswer !== undefined && !policies.includes(config.autoAnswer)) {
    throw MediatelSetupError.badConfig('autoAnswer', `should be one of ${policies.join(', ')}`);
  }
  if (config.dtmf !== undefined && !digitTransports.includes(config.dtmf)) {
    throw MediatelSetupError.badConfig('dtmf', `should be one of ${digitTransports.join(', ')}`);
  }
  for (const field of ['chime', 'notify', 'resumeCalls'] as const) {
    if (config[field] !== undefined && typeof config[field] !== 'boolean') {
      throw MediatelSetupError.badConfig(field, 'should be true or false');
    }
  }
  if (config.iceServers !== undefined && !Array.isArray(config.iceServers)) {
    throw MediatelSetupError.badConfig('iceServers', 'should be a list of RTCIceServer');
  }
  if (config.defaultCountry !== undefined && !/^[A-Z]{2}$/.test(config.defaultCountry)) {
    throw MediatelSetupError.badConfig('defaultCountry', 'should be a country code of two capital letters, such as UA');
  }
  const { clientApp } = config;
  if (
    clientApp !== undefined &&
    typeof clientApp !== 'function' &&
    (typeof clientApp !== 'object' || clientApp === null)
  ) {
    throw MediatelSetupError.badConfig('clientApp', 'should be a ClientApp, or a function that returns one or null');
  }
  checkShift(config);
  const clericalSeconds = clericalLimit(config, run);
  return {
    account: config.account,
    autoAnswer: config.autoAnswer ?? 'expected',
    get clericalSeconds() {
      return clericalSeconds();
    },
    get operatorRules() {
      return readOperatorRules(typeof clientApp === 'function' ? run(clientApp) : clientApp);
    },
    commandTimeout: duration(config.commandTimeout, 5000, 'commandTimeout', 500),
    iceServers: config.iceServers ?? [],
    iceGatheringTimeout: duration(config.iceGatheringTimeout, 500, 'iceGatheringTimeout', 0),
    registerExpires: duration(config.registerExpires, 300, 'registerExpires', 60),
    defaultCountry: config.defaultCountry ?? 'UA',
    chime: config.chime ?? true,
    maxDurationWarning: duration(config.maxDurationWarning, 30, 'maxDurationWarning', 0),
    pauseLimits: config.pauseLimits ?? {},
    pauseWhenNotReady: config.pauseWhenNotReady ?? null,
    screenPopHosts: config.screenPopHosts ?? [],
    dtmf: config.dtmf ?? 'auto',
    notify: config.notify ?? true,
    resumeCalls: config.resumeCalls ?? true,
  };
}
