import type { Page } from '@playwright/test';
import { type Socket, io } from 'socket.io-client';
import { until } from 'test-kit';
import type { CallRecord } from '../../projects/mediatel-lib/private/softphone/resume/call-record';
import { echo, heardBothWays, watchConnections } from '../heard';
import { energy, readWav } from '../wav';
import { type Host, now } from './host';
import { expect, test as base, type Link } from './link';
import { storedCall } from '../stored-of-account';

/** Seconds of sound that hold a beep: the made-up microphone beeps once a second. */
const stretch = 1.5;

/** What a page sent until now: its length (s), and the energy of it. */
interface SentSound {
  readonly seconds: number;
  readonly energy: number;
}

/** Runs in the page: what its last connection's microphone gave, or `null` before it gave anything. */
async function sentSound(): Promise<SentSound | null> {
  let sound: SentSound | null = null;
  (await window.heardConnections.at(-1)?.getStats())?.forEach((stats: SourceStats) => {
    if (stats.type !== 'media-source' || stats.totalSamplesDuration === undefined) return;
    sound = { seconds: stats.totalSamplesDuration, energy: stats.totalAudioEnergy ?? 0 };
  });
  return sound;
}

/** The fields of `RTCAudioSourceStats` that are read. */
interface SourceStats {
  readonly type: string;
  readonly totalSamplesDuration?: number;
  readonly totalAudioEnergy?: number;
}

/** An operator whose page leaves a call and comes back to it. */
export class Returning {
  constructor(
    readonly page: Page,
    readonly host: Host,
    readonly link: Link,
  ) {}

  /** Is in a call that is heard both ways. */
  async talks(): Promise<void> {
    await this.host.begin();
    await this.host.talk(echo);
    await this.heardBothWays();
  }

  /** The page is gone; nothing of it runs. */
  async leave(): Promise<void> {
    await this.page.goto('/healthz');
  }

  /** Opens the CRM again. Resolves with when it did so. */
  async comeBack(): Promise<number> {
    const at = now();
    await this.page.goto('/host');
    await this.page.waitForFunction(() => 'host' in window);
    await this.host.signIn();
    return at;
  }

  /** The page is reloaded. Resolves with when that began. */
  async reload(): Promise<number> {
    return this.comeBack();
  }

  /** What the page stored of its call. */
  async record(): Promise<CallRecord | null> {
    return JSON.parse((await storedCall(this.page)) ?? 'null') as CallRecord | null;
  }

  /** Changes what is stored, as the text of a record. */
  async store(text: string): Promise<void> {
    await this.page.evaluate((value) => {
      const name = Object.keys(localStorage).find((stored) => stored.startsWith('mediatel.sip.call '));
      localStorage.setItem(name!, value);
    }, text);
  }

  /** Makes the record look as if the page had left its call so long ago (s). */
  async age(seconds: number): Promise<void> {
    const record = await this.record();
    expect(record).not.toBeNull();
    await this.store(JSON.stringify({ ...record, aliveAt: record!.aliveAt - seconds * 1000 }));
  }

  heardBothWays(timeout?: number): Promise<void> {
    return heardBothWays(this.page, timeout);
  }

  /** The energy of what the page sends in a stretch of sound, by its own statistics: 0 is muted. */
  async sentEnergy(): Promise<number> {
    const heard: SentSound[] = [];
    await until(async () => {
      // A source that has just opened says nothing of its sound.
      const sound = await this.page.evaluate(sentSound);
      if (sound) heard.push(sound);
      return heard.length > 0 && heard.at(-1)!.seconds - heard[0]!.seconds >= stretch;
    }, `the microphone gives ${stretch} s of sound`);
    return heard.at(-1)!.energy - heard[0]!.energy;
  }

  /** Lets the call go on for a stretch of sound, ends it, and reads that stretch in its recording: both sides are heard. */
  async recordedBothWays(): Promise<void> {
    expect(await this.sentEnergy()).toBeGreaterThan(0);
    const trace = (await this.host.state()).agent.callTraceID;
    await this.host.finish();
    let body: Buffer = Buffer.alloc(0);
    await expect
      .poll(async () => {
        const answer = await this.page.request.get(`/records/mediatel-record?calltraceID=${trace}&download=1`);
        if (answer.status() === 200) body = await answer.body();
        return answer.status();
      })
      .toBe(200);
    const { rate, operator, customer } = readWav(body);
    for (const channel of [operator, customer])
      expect(energy(channel.subarray(-Math.round(stretch * rate)), rate)).toBeGreaterThan(0.0005);
  }

  /** SIP messages of one direction that begin so. */
  sip(direction: 'up' | 'down', start: RegExp): readonly string[] {
    return this.link.sip.texts(direction).filter((text) => start.test(text));
  }

  /** No side gave the call up: the page sent neither BYE nor 404 nor 481, and the server no BYE. */
  nobodyEndedIt(): void {
    expect(this.sip('up', /^(BYE |SIP\/2\.0 (404|481) )/)).toEqual([]);
    expect(this.sip('down', /^BYE /)).toEqual([]);
  }

  /** How often the page commanded Mediatel so. */
  commanded(type: string): number {
    return this.link.mediatel.texts('up').filter((text) => text.includes(`"type":"${type}"`)).length;
  }

  /** Mediatel's own word on the operator, by a desk that is not the page; then gives it a command, if there is one. */
  async mediatelIs(state: string, command?: { readonly type: string; readonly leadsTo: string }): Promise<void> {
    const cookies = (await this.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const desk: Socket = io(this.link.server.url, {
      ...{ path: '/mediatel/socket.io', transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { cookie: cookies },
    });
    const states: string[] = [];
    desk.on('data', (snapshot: { readonly state: string }) => states.push(snapshot.state));
    await expect.poll(() => states.at(-1)).toBe(state);
    if (command) {
      desk.emit('data', { type: command.type });
      await expect.poll(() => states.at(-1)).toBe(command.leadsTo);
    }
    desk.disconnect();
  }

  /** Plans what the next resumptions meet. */
  async plan(resumption: string, times = 1): Promise<void> {
    const data = { agent: this.host.login, resumption, times };
    const answer = await this.page.request.post('/api/faults', { data });
    expect(answer.status(), await answer.text()).toBe(204);
  }
}

/** A test whose operator comes back. */
export const test = base.extend<{ returning: Returning }>({
  returning: async ({ page, host, link }, use) => {
    await watchConnections(page);
    page.on('dialog', (dialog) => void dialog.accept());
    await use(new Returning(page, host, link));
  },
});

export { expect };
