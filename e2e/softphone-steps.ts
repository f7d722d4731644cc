import type { Page } from '@playwright/test';
import type { SoftphoneEvent } from 'mediatel-lib/ports';
import { until } from 'test-kit';
import type {} from './softphone-page';

type EventOf<T extends SoftphoneEvent['type']> = Extract<SoftphoneEvent, { type: T }>;

/** Less than this is silence (a share of full scale); the fake microphone beeps at about 0.3. */
export const silent = 0.005;
export const loud = 0.02;

export const eventsOf = async <T extends SoftphoneEvent['type']>(page: Page, type: T): Promise<EventOf<T>[]> =>
  (await page.evaluate((wanted) => window.page.events.filter((event) => event.type === wanted), type)) as EventOf<T>[];

export async function event<T extends SoftphoneEvent['type']>(page: Page, type: T, count = 1): Promise<EventOf<T>> {
  await page.waitForFunction(
    ([wanted, least]) => window.page.events.filter((one) => one.type === wanted).length >= least,
    [type, count] as const,
  );
  return (await eventsOf(page, type))[count - 1] as EventOf<T>;
}

export async function registration(page: Page, status: string, after = 0): Promise<void> {
  await page.waitForFunction(
    ([wanted, from]) =>
      window.page.events
        .slice(from)
        .some((one) => one.type === 'registrationChanged' && one.registration.status === wanted),
    [status, after] as const,
  );
}

export async function open(page: Page, port: number, query = ''): Promise<void> {
  await page.goto(`http://localhost:${port}/${query}`);
  await page.waitForFunction(() => 'page' in window);
  await page.evaluate((socketPort) => {
    const url = `ws://localhost:${socketPort}/ws`;
    window.page.softphone.start({ url, realm: 'peer.local', login: '1001', password: 'training' });
  }, port);
}

export async function ready(page: Page, port: number, query = ''): Promise<void> {
  await open(page, port, query);
  await registration(page, 'registered');
  await page.waitForFunction(() =>
    window.page.events.some((one) => one.type === 'microphoneChanged' && one.microphone.status === 'ready'),
  );
}

export async function answer(page: Page, count = 1): Promise<string> {
  const { callId } = await event(page, 'invited', count);
  await page.evaluate((id) => window.page.softphone.execute({ type: 'answer', callId: id }), callId);
  await event(page, 'microphoneOpened', count);
  return callId;
}

/** Energy of the newest call's received track. */
export const receivedEnergy = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let energy = 0;
    (await window.page.connections.at(-1)?.getStats())?.forEach((stats) => {
      if (stats.type === 'inbound-rtp') energy = stats.totalAudioEnergy;
    });
    return energy;
  });

export const heardTheTone = (page: Page): Promise<void> => until(async () => (await receivedEnergy(page)) > 0.001);

/** Waits longer than the second between two beeps of the fake microphone, measured by the audio that came. */
export async function listen(page: Page): Promise<void> {
  const start = await receivedEnergy(page);
  // 440 Hz at a quarter of full scale gives 0.03 a second.
  await until(async () => (await receivedEnergy(page)) - start > 0.04);
}
