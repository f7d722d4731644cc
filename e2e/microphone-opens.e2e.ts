import type { Page } from '@playwright/test';
import { expect, test } from './desk';

/** The page at the moment when the customer can first hear the operator. */
interface Opening {
  readonly at: number;
  /** What the call card shows then; empty if it is not visible. */
  readonly card: string;
  readonly chimes: readonly { readonly startedAt: number; readonly endedAt: number | null }[];
}

declare global {
  interface Window {
    openings: Opening[];
  }
}

/** Records each time when a sent track is enabled, with what the operator sees and has heard by then. */
const watchOpenings = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    window.openings = [];
    const chimes: { startedAt: number; endedAt: number | null }[] = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number): void {
      const chime = { startedAt: performance.now(), endedAt: null as number | null };
      chimes.push(chime);
      this.addEventListener('ended', () => (chime.endedAt = performance.now()));
      start.call(this, when);
    };
    const card = (): string => {
      const shown = document.querySelector('mediatel-desk mediatel-call-card');
      return shown?.checkVisibility() && shown.getBoundingClientRect().height > 0 ? (shown.textContent ?? '') : '';
    };
    const note = (track: MediaStreamTrack | null): void => {
      const sent = window.heardConnections.some((one) => one.getSenders().some((sender) => sender.track === track));
      if (sent && track?.enabled)
        window.openings.push({ at: performance.now(), card: card(), chimes: chimes.map((chime) => ({ ...chime })) });
    };
    const enabled = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled');
    Object.defineProperty(MediaStreamTrack.prototype, 'enabled', {
      ...enabled,
      set(this: MediaStreamTrack, value: boolean) {
        const before = this.enabled;
        enabled?.set?.call(this, value);
        if (!before) note(this);
      },
    });
    const addTrack = RTCPeerConnection.prototype.addTrack;
    RTCPeerConnection.prototype.addTrack = function (this: RTCPeerConnection, track, ...streams): RTCRtpSender {
      const sender = addTrack.call(this, track, ...streams);
      note(track);
      return sender;
    };
  });

const opening = async (page: Page): Promise<Opening> => {
  await page.waitForFunction(() => window.openings.length > 0);
  return page.evaluate(() => window.openings[0]!);
};

/** The chime ends before the microphone opens. Both clocks are coarse. */
function expectChimeBefore({ at, chimes }: Opening): void {
  expect(chimes).toHaveLength(1);
  const [chime] = chimes;
  expect(at - (chime?.startedAt ?? at)).toBeGreaterThanOrEqual(250);
  expect(chime?.endedAt ?? at).toBeLessThanOrEqual(at);
}

test.beforeEach(({ page }) => watchOpenings(page));

test('a customer calls: the caller is shown and the chime is over before the microphone opens', async ({
  desk,
  page,
}) => {
  await desk.begin('agent18');
  await desk.customerCalls('agent18', '0661234501');
  const opened = await opening(page);
  expect(opened.card.replace(/\D/g, '')).toContain('661234501');
  expect(opened.card).toContain('DM_MFO_1');
  expect(opened.card).toContain('incoming');
  expectChimeBefore(opened);
  await desk.shows('In a call');
  await desk.finish();
});

test('an outgoing call: the customer is shown and the chime is over before the microphone opens', async ({
  desk,
  page,
}) => {
  await desk.begin('agent19');
  await desk.call('0661234501');
  const opened = await opening(page);
  expect(opened.card.replace(/\D/g, '')).toContain('661234501');
  expectChimeBefore(opened);
  await desk.shows('In a call');
  await desk.finish();
});
