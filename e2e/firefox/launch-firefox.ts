import puppeteer, { type Browser } from 'puppeteer-core';
import { firefoxPath } from './installed';

/** A tone for a microphone, allowed without a question; calls to this very machine. */
const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.peerconnection.ice.loopback': true,
  // As for a page that was asked for, and given, the microphone.
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** Sound servers that are not there: Firefox then has no way out for sound. */
export const noSound: Readonly<Record<string, string>> = {
  PULSE_SERVER: 'unix:/nonexistent',
  ALSA_CONFIG_PATH: '/nonexistent',
};

/** Starts the installed Firefox; `env` says where its sound goes. */
export const launchFirefox = (env: Readonly<Record<string, string>>): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath ?? 'firefox',
    headless: true,
    env: { ...process.env, ...env },
    extraPrefsFirefox: preferences,
  });
