import { chromium as playwright, type Browser, type Page } from '@playwright/test';
import { until } from 'test-kit';
import { bundlePage } from '../e2e/bundle-page';
import { wholeChromium } from '../e2e/chromium';
import { SipPeer } from '../e2e/sip-peer';
import { row, summary, type Row } from './row';

const calls = 200;
/** Calls to one page before the other's turn: bringing a page to the front costs both of them. */
const turn = 10;

interface Contender {
  readonly peer: SipPeer;
  readonly page: Page;
}

async function open(browser: Browser, file: string): Promise<Contender> {
  const peer = new SipPeer(await bundlePage(new URL(file, import.meta.url).pathname));
  await peer.start();
  const context = await browser.newContext({ permissions: ['microphone'] });
  const page = await context.newPage();
  await page.goto(`http://localhost:${peer.port}/`);
  await until(() => peer.registers.length > 0);
  return { peer, page };
}

async function take({ peer, page }: Contender): Promise<void> {
  await page.bringToFront();
  for (let i = 0; i < turn; i += 1) {
    const call = await peer.call();
    await call.answered();
    call.bye();
    await until(() => call.ended);
  }
}

const times = (page: Page): Promise<number[]> => page.evaluate('answerTimes') as Promise<number[]>;

/** From INVITE received to 200 sent, in one Chromium, calling both in turn. */
export async function answer(): Promise<readonly Row[]> {
  const browser = await playwright.launch({ ...(await wholeChromium()) });
  // If anything fails, no browser and no server keeps running.
  try {
    const ours = await open(browser, 'answer-ours.ts');
    const plain = await open(browser, 'answer-plain.ts');
    await ours.page.bringToFront();
    await ours.page.waitForFunction('page.events.some((e) => e.microphone && e.microphone.status === "ready")');
    for (let done = 0; done < calls; done += turn) {
      for (const contender of [ours, plain]) await take(contender);
    }
    const [a, b] = [summary(await times(ours.page)), summary(await times(plain.page))];
    await Promise.all([ours.peer.close(), plain.peer.close()]);
    const beside = { unit: 'ms', peerName: 'JsSIP with mediaConstraints and full gathering' };
    return [
      row({ ...beside, name: 'answer', ours: a.p95, peer: b.p95, goal: 0.5 }),
      row({ ...beside, name: 'answer/median', ours: a.median, peer: b.median, goal: 0.5 }),
    ];
  } finally {
    await browser.close();
  }
}
