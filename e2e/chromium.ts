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

const installed = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

/**
 * The browser for tests: `CHROME_PATH`, else an installed Chrome or Chromium, else the one inside
 * `@sparticuz/chromium`. `CHROME_PATH=packaged` takes that one even if another is installed, as on a machine without
 * Chrome.
 */
export async function chromium(): Promise<Browser> {
  const executablePath = installedPath();
  return executablePath === null ? packaged() : { executablePath, args };
}

/**
 * Whether the browser has everything that an operator's browser has. The packaged one does not: it is a headless shell.
 */
export function isWhole(): boolean {
  const path = installedPath();
  return path !== null && !/headless[-_]shell/.test(path);
}

/** `null` if the packaged browser is to be used. */
function installedPath(): string | null {
  const wanted = process.env['CHROME_PATH'] ?? '';
  if (wanted === 'packaged') return null;
  if (wanted === '') return installed.find((path) => existsSync(path)) ?? null;
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
