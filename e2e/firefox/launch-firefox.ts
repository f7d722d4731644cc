import puppeteer, { type Browser } from 'puppeteer-core';
import { firefoxPath } from './installed';

/** The microphone is a tone, allowed without a prompt; calls may go to this machine. */
const preferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.peerconnection.ice.loopback': true,
  // As for a page that has been given the microphone.
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

/** Addresses of sound servers that do not exist: Firefox then has no audio output. */
export const noSound: Readonly<Record<string, string>> = {
  PULSE_SERVER: 'unix:/nonexistent',
  ALSA_CONFIG_PATH: '/nonexistent',
};

/** Starts the installed Firefox; `env` sets its sound server. */
export const launchFirefox = (env: Readonly<Record<string, string>>): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath ?? 'firefox',
    headless: true,
    env: { ...process.env, ...env },
    extraPrefsFirefox: preferences,
  });
