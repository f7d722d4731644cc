import { existsSync } from 'node:fs';

const find = (paths: readonly string[]): string | null => paths.find((path) => existsSync(path)) ?? null;

/** The Firefox for the tests: `FIREFOX_PATH`, else an installed one; `null` where there is none. */
export const firefoxPath = find([process.env['FIREFOX_PATH'] ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox']);

/** What lends Firefox a way out for sound, without which its AudioContext stands still; `null` where it is not installed. */
export const pulseaudioPath = find(['/usr/bin/pulseaudio']);

/** What a test lacks, in words; `null` where it can run. */
export const missingFor = (hasSound: boolean): string | null =>
  firefoxPath !== null && (pulseaudioPath !== null || !hasSound)
    ? null
    : 'needs: apt-get install --no-install-recommends firefox-esr pulseaudio';
