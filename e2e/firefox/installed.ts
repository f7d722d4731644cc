import { existsSync } from 'node:fs';

const find = (paths: readonly string[]): string | null => paths.find((path) => existsSync(path)) ?? null;

/** The Firefox for the tests: `FIREFOX_PATH`, else an installed one; `null` if there is none. */
export const firefoxPath = find([process.env['FIREFOX_PATH'] ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox']);

/** Gives Firefox an audio output; without one its AudioContext does not run. `null` if it is not installed. */
export const pulseaudioPath = find(['/usr/bin/pulseaudio']);

/** What a test needs and does not find, in words; `null` if it can run. */
export const missingFor = (hasSound: boolean): string | null =>
  firefoxPath !== null && (pulseaudioPath !== null || !hasSound)
    ? null
    : 'needs: apt-get install --no-install-recommends firefox-esr pulseaudio';
