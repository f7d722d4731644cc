import { ComponentHarness } from '@angular/cdk/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { AgentStateBarHarness } from '../ui/agent-state-bar-harness';
import { CallCardHarness } from '../ui/call-card-harness';
import { CallControlsHarness } from '../ui/call-controls-harness';
import { CallPanelHarness } from './call-panel-harness';
import { ClericalFormHarness } from '../ui/clerical-form-harness';
import { DeskMenuHarness } from './desk-menu-harness';
import { DialerHarness } from '../ui/dialer-harness';
import { HeardMeterHarness } from '../ui/heard-meter-harness';
import { KeypadHarness } from '../ui/keypad-harness';
import { NoticeHarness } from '../ui/notice-harness';
import { PauseMenuHarness } from '../ui/pause-menu-harness';
import { PrimaryActionHarness } from '../ui/primary-action-harness';
import { QualityBadgeHarness } from './quality-badge-harness';
import { SupervisorNotesHarness } from './supervisor-notes-harness';

/** The whole desk, with the harnesses of its parts. */
export class MediatelDeskHarness extends ComponentHarness {
  static readonly hostSelector = 'mediatel-desk';

  readonly #page = this.locatorForOptional('mediatel-desk-page h2');
  readonly #back = this.locatorForOptional('mediatel-desk-page .head button');

  readonly stateBar = this.locatorFor(AgentStateBarHarness);
  readonly primary = this.locatorFor(PrimaryActionHarness);
  readonly dialer = this.locatorForOptional(DialerHarness);
  /** The whole of the call under way; `null` without one. */
  readonly callPanel = this.locatorForOptional(CallPanelHarness);
  /** Who is called and why; `null` without a call. */
  readonly callCard = this.locatorForOptional(CallCardHarness);
  /** Keys for tones in a call, once they are open; else the dialer's. */
  readonly keypad = this.locatorForOptional(KeypadHarness);
  /** The operator's direction, then the customer's. */
  readonly heardMeters = this.locatorForAll(HeardMeterHarness);
  readonly callControls = this.locatorForOptional(CallControlsHarness);
  readonly pauseMenu = this.locatorForOptional(PauseMenuHarness);
  readonly qualityBadge = this.locatorForOptional(QualityBadgeHarness);
  readonly supervisorNotes = this.locatorForOptional(SupervisorNotesHarness);
  /** `null` where all is well. */
  readonly notice = this.locatorForOptional(NoticeHarness);
  readonly menu = this.locatorFor(MatMenuHarness);
  /** What is behind “More”, by its words. */
  readonly deskMenu = this.locatorFor(DeskMenuHarness);
  /** The after-call work, inside the desk or in its dialog. */
  readonly clerical = this.documentRootLocatorFactory().locatorForOptional(ClericalFormHarness);

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
