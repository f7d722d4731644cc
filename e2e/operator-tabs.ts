import type { BrowserContext, Page } from '@playwright/test';
import { Desk, expect } from './desk';
import { watchConnections } from './heard';
import { SipWire } from './sip-wire';

/** A tab of the operator whose cookie the context has. */
export class Tab {
  readonly desk: Desk;
  readonly sip: SipWire;

  private constructor(
    readonly page: Page,
    home: string,
  ) {
    this.desk = new Desk(page, home);
    this.sip = new SipWire(page);
  }

  /** `home`: the CRM's origin, if the context has no base URL of its own. `prepare`: before anything is loaded. */
  static async open(
    context: BrowserContext,
    home = '',
    prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Tab> {
    const page = await context.newPage();
    await prepare(page);
    await watchConnections(page);
    await watchMicrophones(page);
    const tab = new Tab(page, home);
    await page.goto(`${home}/`);
    return tab;
  }

  /** How many tracks of the microphone are live. */
  microphones(): Promise<number> {
    return this.page.evaluate(() => window.openedTracks.filter(({ readyState }) => readyState === 'live').length);
  }

  /** Signs out by the menu of the CRM. */
  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account of/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
  }

  /** Waits until the tab is available and says that another tab is the phone. */
  async follows(): Promise<void> {
    await this.desk.shows('Available');
    await expect(this.desk.notice).toContainText('The phone is in another tab');
  }
}

/** Signs in once; the other tabs use the same cookie. */
export async function openTabs(context: BrowserContext, login: string, count: number, home = ''): Promise<Tab[]> {
  const first = await Tab.open(context, home);
  await first.desk.begin(login);
  const tabs = [first];
  while (tabs.length < count) {
    const tab = await Tab.open(context, home);
    await tab.follows();
    tabs.push(tab);
  }
  return tabs;
}

/** The tabs whose extension is registered. */
export const registered = (tabs: readonly Tab[]): readonly Tab[] => tabs.filter(({ sip }) => sip.isRegistered);

declare global {
  interface Window {
    openedTracks: MediaStreamTrack[];
  }
}

/** Records every track of the microphone that the page opens. */
const watchMicrophones = (page: Page) =>
  page.addInitScript(() => {
    window.openedTracks = [];
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (devices === undefined) return;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      window.openedTracks.push(...stream.getTracks());
      return stream;
    };
  });
