import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MediatelAgentStateBarHarness } from '../ui/agent-state-bar-harness';
import { MediatelCallCardHarness } from '../ui/call-card-harness';
import { MediatelCallControlsHarness } from '../ui/call-controls-harness';
import { MediatelCallPanelHarness } from './call-panel-harness';
import { MediatelClericalFormHarness } from '../ui/clerical-form-harness';
import { DeskMenuHarness } from './desk-menu-harness';
import { MediatelDialerHarness } from '../ui/dialer-harness';
import { MediatelHeardMeterHarness } from '../ui/heard-meter-harness';
import { MediatelKeypadHarness } from '../ui/keypad-harness';
import { MediatelNoticeHarness } from '../ui/notice-harness';
import { MediatelPauseMenuHarness } from '../ui/pause-menu-harness';
import { MediatelPrimaryActionHarness } from '../ui/primary-action-harness';
import { MediatelQualityBadgeHarness } from './quality-badge-harness';
import { SupervisorNotesHarness } from './supervisor-notes-harness';

/** The whole desk, with the harnesses of its parts. */
export class MediatelDeskHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-desk';

  readonly #page = this.locatorForOptional('mediatel-desk-page h2');
  readonly #back = this.locatorForOptional('mediatel-desk-page .head button');

  readonly stateBar = this.locatorFor(MediatelAgentStateBarHarness);
  readonly primary = this.locatorFor(MediatelPrimaryActionHarness);
  readonly dialer = this.locatorForOptional(MediatelDialerHarness);
  /** The whole of the call under way; `null` without one. */
  readonly callPanel = this.locatorForOptional(MediatelCallPanelHarness);
  /** Who is called and why; `null` without a call. */
  readonly callCard = this.locatorForOptional(MediatelCallCardHarness);
  /** Keys for tones in a call, once they are open; else the dialer's. */
  readonly keypad = this.locatorForOptional(MediatelKeypadHarness);
  /** The operator's direction, then the customer's. */
  readonly heardMeters = this.locatorForAll(MediatelHeardMeterHarness);
  readonly callControls = this.locatorForOptional(MediatelCallControlsHarness);
  readonly pauseMenu = this.locatorForOptional(MediatelPauseMenuHarness);
  readonly qualityBadge = this.locatorForOptional(MediatelQualityBadgeHarness);
  readonly supervisorNotes = this.locatorForOptional(SupervisorNotesHarness);
  /** `null` where all is well. */
  readonly notice = this.locatorForOptional(MediatelNoticeHarness);
  readonly menu = this.locatorFor(MatMenuHarness);
  /** What is behind “More”, by its words. */
  readonly deskMenu = this.locatorFor(DeskMenuHarness);
  /** The after-call work, inside the desk or in its dialog. */
  readonly clerical = this.documentRootLocatorFactory().locatorForOptional(MediatelClericalFormHarness);

  /** The state in words, with its detail: `Pause · Lunch`. */
  async state(): Promise<string> {
    return (await this.stateBar()).state();
  }

  /** What the state bar's timer shows; empty where it counts nothing. */
  async timer(): Promise<string> {
    return (await this.stateBar()).timer();
  }

  /** Sends keys to the desk itself: digits dial, shortcuts work. */
  async sendKeys(keys: string): Promise<void> {
    await (await this.host()).sendKeys(keys);
  }

  /** The title of the page that lies over the desk; `null` where none does. */
  async page(): Promise<string | null> {
    return (await (await this.#page())?.text()) ?? null;
  }

  async leavePage(): Promise<void> {
    await (await this.#back())?.click();
  }
}
