import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Flags with which WebRTC audio works headless with the browser's own fake microphone (a beep every second). */
const args = [
  '--no-sandbox',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

export interface Browser {
  readonly executablePath: string;
  readonly args: string[];
  readonly env?: Record<string, string>;
}

const whole = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

/** The same engine without windows. Three tests took it a fifth less of the processor's time. */
const shells = ['/usr/bin/chromium-headless-shell'];

/**
 * The browser for most tests: `CHROME_PATH`, else an installed headless shell, else an installed Chrome or Chromium, else
 * the headless shell inside `@sparticuz/chromium`. `CHROME_PATH=packaged` takes that one even if another is installed, as
 * on a machine without Chrome.
 */
export function chromium(): Promise<Browser> {
  return launched([...shells, ...whole]);
}

/** The browser that an operator has, for tests of what a headless shell lacks, decides or draws otherwise. */
export function wholeChromium(): Promise<Browser> {
  return launched([...whole, ...shells]);
}

/** Whether there is a browser with everything that an operator's browser has. */
export function isWhole(): boolean {
  const path = pathOf(whole);
  return path !== null && !/headless[-_]shell/.test(path);
}

async function launched(paths: readonly string[]): Promise<Browser> {
  const executablePath = pathOf(paths);
  return executablePath === null ? packaged() : { executablePath, args };
}

/** `null` if the packaged browser is to be used. */
function pathOf(paths: readonly string[]): string | null {
  const wanted = process.env['CHROME_PATH'] ?? '';
  if (wanted === 'packaged') return null;
  if (wanted === '') return paths.find((path) => existsSync(path)) ?? null;
  if (!existsSync(wanted)) throw new Error(`CHROME_PATH names ${wanted}, which does not exist`);
  return wanted;
}

/** The Chromium of the npm package, with the package's shared libraries, because the machine may have none of them. */
async function packaged(): Promise<Browser> {
  const { default: sparticuz, inflate } = await import('@sparticuz/chromium');
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const bin = join(dirname(entry), '../bin');
  const executablePath = await sparticuz.executablePath(bin);
  const libraries = join(await inflate(join(bin, 'al2023.tar.br')), 'lib');
  return {
    executablePath,
    args: [...args, '--headless=shell', '--disable-gpu', '--no-zygote'],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
    },
  };
}
