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
  /** Selector by which the harness finds its host element. */
  static readonly hostSelector = 'mediatel-desk';

  readonly #page = this.locatorForOptional('mediatel-desk-page h2');
  readonly #back = this.locatorForOptional('mediatel-desk-page .head button');

  /** The state bar. */
  readonly stateBar = this.locatorFor(MediatelAgentStateBarHarness);
  /** The primary action. Rejects when the desk has none. */
  readonly primary = this.locatorFor(MediatelPrimaryActionHarness);
  /** The dialer; `null` in other states. */
  readonly dialer = this.locatorForOptional(MediatelDialerHarness);
  /** The present call; `null` without one. */
  readonly callPanel = this.locatorForOptional(MediatelCallPanelHarness);
  /** Number, name, queue and kind of a call; `null` without a call. */
  readonly callCard = this.locatorForOptional(MediatelCallCardHarness);
  /** The keypad for tones when it is open in a call, else the dialer's; `null` for none. */
  readonly keypad = this.locatorForOptional(MediatelKeypadHarness);
  /** The operator's meter, then the customer's. */
  readonly heardMeters = this.locatorForAll(MediatelHeardMeterHarness);
  /** Mute, hold, keys and note; `null` without a call. */
  readonly callControls = this.locatorForOptional(MediatelCallControlsHarness);
  /** The pause button with its list: after a call the second half of Save. `null` when the desk shows none. */
  readonly pauseMenu = this.locatorForOptional(MediatelPauseMenuHarness);
  /** The line's quality; `null` without a call. */
  readonly qualityBadge = this.locatorForOptional(MediatelQualityBadgeHarness);
  /** Supervisors' requests; `null` when there are none. */
  readonly supervisorNotes = this.locatorForOptional(SupervisorNotesHarness);
  /** The problem notice; `null` without a problem. */
  readonly notice = this.locatorForOptional(MediatelNoticeHarness);
  /** Material's harness of the desk's menu. */
  readonly menu = this.locatorFor(MatMenuHarness);
  /** The desk's menu “More”, by the texts of its entries. */
  readonly deskMenu = this.locatorFor(DeskMenuHarness);
  /** The after-call work, inside the desk or in its dialog; `null` for none. */
  readonly clerical = this.documentRootLocatorFactory().locatorForOptional(MediatelClericalFormHarness);

  /** The state in words, with its detail: `Pause · Lunch`. */
  async state(): Promise<string> {
    return (await this.stateBar()).state();
  }

  /** The text of the state bar's timer; empty when there is none. */
  async timer(): Promise<string> {
    return (await this.stateBar()).timer();
  }

  /** Sends keys to the desk: digits dial, shortcuts work. */
  async sendKeys(keys: string): Promise<void> {
    await (await this.host()).sendKeys(keys);
  }

  /** The title of the open page; `null` when none is open. */
  async page(): Promise<string | null> {
    return (await (await this.#page())?.text()) ?? null;
  }

  /** Presses the page's back button. Does nothing when no page is open. */
  async leavePage(): Promise<void> {
    await (await this.#back())?.click();
  }
}
