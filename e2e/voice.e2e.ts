import { expect, test, type Page } from '@playwright/test';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { until } from 'test-kit';
import { newAccounts } from '../projects/training-server/accounts';
import { level, powerAt } from '../projects/training-server/media/spectrum';
import { readWav } from '../projects/training-server/media/wav';
import { createSipTelephony, type SipTelephony } from '../projects/training-server/telephony/sip-telephony';
import type { CallHandle, CallProgress } from '../projects/training-server/telephony/telephony';
import { bundlePage } from './bundle-page';
import type {} from './voice-tab';

/** The voice side alone, against a phone that is not ours: plain JsSIP, in a real browser with its fake microphone. */
let telephony: SipTelephony;
let http: Server;
let recordings: string;
let script: string;

test.beforeAll(async () => {
  script = await bundlePage('voice-tab.ts');
});

test.beforeEach(async ({ page }, testInfo) => {
  recordings = testInfo.outputPath('recordings');
  const log = pino({ level: 'silent' });
  telephony = createSipTelephony({
    accounts: newAccounts(),
    recordingsDir: recordings,
    log,
    publicAddress: '127.0.0.1',
    customerRingMs: 500,
    sip: { auth: 'none' },
  });
  http = createServer((request, response) => {
    const wantsScript = request.url === '/tab.js';
    response.setHeader('content-type', wantsScript ? 'text/javascript' : 'text/html');
    response.end(
      wantsScript ? script : '<!doctype html><title>tab</title><body><script type="module" src="/tab.js"></script>',
    );
  });
  http.on('upgrade', (request, socket, head) => telephony.handleUpgrade(request, socket, head));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction(() => 'tab' in window);
  await page.evaluate((url) => window.tab.register(url), `ws://localhost:${port}/ws`);
});

test.afterEach(async ({ page }) => {
  await page.close();
  await telephony.close();
  http.close();
});

interface Placed {
  readonly handle: CallHandle;
  readonly progress: CallProgress[];
  told(type: CallProgress['type']): Promise<void>;
}

/** An incoming call that was connected to its customer. */
async function joined(customerNumber: string): Promise<Placed> {
  const progress: CallProgress[] = [];
  const request = {
    callTraceId: '7001',
    extension: '1001',
    customerNumber,
    direction: 'incoming',
    queueName: 'Queue',
  } as const;
  const handle = telephony.startCall(request, (told) => progress.push(told));
  const told = (type: CallProgress['type']) => until(() => progress.some((one) => one.type === type));
  await told('operatorAnswered');
  handle.connectCustomer();
  await told('customerAnswered');
  return { handle, progress, told };
}

const energy = (page: Page) => page.evaluate(() => window.tab.energy());

/** Resolves once more sound has come than before. */
async function hearsMore(page: Page): Promise<void> {
  const before = await energy(page);
  await until(async () => (await energy(page)) > before + 0.001);
}

/** Resolves once this much more sound or silence has come: a packet is 20 ms of either. */
async function receives(page: Page, ms: number): Promise<void> {
  const packets = () => page.evaluate(() => window.tab.packets());
  const enough = (await packets()) + ms / 20;
  await until(async () => (await packets()) >= enough);
}

const echo = '0661234505';

/** The fake microphone of Chromium beeps for about 30 ms every half second. */
const BEEP_HZ = 400;

/** The share of the microphone's beep in the loudest 25 ms, 0 to 1. */
function beepIn(samples: Int16Array): number {
  let loudest = samples.subarray(0, 200);
  for (let at = 0; at + 200 <= samples.length; at += 40) {
    const window = samples.subarray(at, at + 200);
    if (level(window) > level(loudest)) loudest = window;
  }
  return powerAt(BEEP_HZ, loudest);
}

async function recorded(): Promise<{ operator: Int16Array; customer: Int16Array }> {
  const [operator, customer] = readWav(await readFile(`${recordings}/7001.wav`)).channels;
  if (!operator || !customer) throw new Error('not stereo');
  return { operator, customer };
}

test('the customer’s voice is heard and recorded, and the server hangs up', async ({ page }) => {
  const { handle, told } = await joined('0661234501');
  await hearsMore(page);
  handle.end();
  await told('ended');
  await expect.poll(() => page.evaluate(() => window.tab.ended)).toEqual(['remote']);
  const { customer } = await recorded();
  expect(level(customer)).toBeGreaterThan(300);
  expect(beepIn(customer)).toBeLessThan(0.1);
});

test('the microphone’s beep reaches the customer, the recording, and by the echo the operator', async ({ page }) => {
  const { handle, told } = await joined(echo);
  await hearsMore(page);
  handle.end();
  await told('ended');
  const { operator, customer } = await recorded();
  expect(beepIn(operator)).toBeGreaterThan(0.5);
  expect(beepIn(customer)).toBeGreaterThan(0.5);
});

test('the operator’s own voice comes back from the customer who echoes, on hold nothing does', async ({ page }) => {
  const { handle } = await joined(echo);
  await hearsMore(page);
  handle.hold();
  // What was on its way when the hold began: the echo's delay and two jitter buffers. Then silence for the measured
  // time.
  await receives(page, 600);
  const held = await energy(page);
  await receives(page, 1500);
  expect((await energy(page)) - held).toBeLessThan(0.001);
  handle.retrieve();
  await hearsMore(page);
});

test('a hold by re-INVITE ends without the operator hearing the past', async ({ page }) => {
  await joined(echo);
  await hearsMore(page);
  await page.evaluate(() => window.tab.holdBySip(true));
  // Late packets would last as long as the hold. Counted by sent packets: a held tab counts nothing as received.
  const sent = () => page.evaluate(() => window.tab.packetsSent());
  const enough = (await sent()) + 3000 / 20;
  await until(async () => (await sent()) >= enough);
  await page.evaluate(() => window.tab.holdBySip(false));
  const since = Date.now();
  await hearsMore(page);
  // Chrome keeps packets that arrive during such a hold and plays them first, for as long as it lasted.
  expect(Date.now() - since).toBeLessThan(2000);
});

test('an ICE restart loses neither direction', async ({ page }) => {
  await joined(echo);
  await hearsMore(page);
  await page.evaluate(() => window.tab.restartIce());
  await hearsMore(page);
});

test('keys are reported, by RTP and by INFO', async ({ page }) => {
  const { progress, told } = await joined(echo);
  await page.evaluate(() => window.tab.press('5', 'RFC2833'));
  await told('operatorDigit');
  await page.evaluate(() => window.tab.press('#', 'INFO'));
  const digits = () => progress.flatMap((one) => (one.type === 'operatorDigit' ? [one.digit] : []));
  await expect.poll(digits).toEqual(['5', '#']);
});

test('a call outlives its WebSocket, and the BYE over the next one ends it', async ({ page }) => {
  const { progress, told } = await joined(echo);
  await page.evaluate(() => window.tab.dropSocket());
  await until(() => !telephony.isRegistered('1001'));
  await hearsMore(page);
  await page.waitForFunction(() => window.tab.registrations === 2);
  await page.evaluate(() => window.tab.hangUp());
  await told('ended');
  expect(progress.at(-1)).toEqual({ type: 'ended', by: 'operator' });
});
