import { OverlayContainer } from '@angular/cdk/overlay';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { type MediatelChoiceListHarness, MediatelDeskHarness, StoreHarness } from 'mediatel-lib/testing';
import { MEDIATEL_CALL_NOTES, type CallNote } from 'mediatel-lib/store';
import { MediatelDesk } from './mediatel-desk';

/** A desk with the whole store; the test controls the ports. */
export class DeskUnderTest {
  readonly notes: CallNote[] = [];
  readonly store: StoreHarness;
  readonly fixture;
  readonly element: HTMLElement;
  readonly overlay: HTMLElement;

  constructor(
    config: Partial<MediatelConfig> = {},
    inputs: Readonly<Record<string, unknown>> = {},
    providers: readonly Provider[] = [],
  ) {
    this.store = new StoreHarness(config, [
      { provide: MEDIATEL_CALL_NOTES, useValue: (note: CallNote) => this.notes.push(note) },
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ...providers,
    ]);
    this.fixture = TestBed.createComponent(MediatelDesk);
    for (const [name, value] of Object.entries(inputs)) this.fixture.componentRef.setInput(name, value);
    this.element = this.fixture.nativeElement as HTMLElement;
    document.body.append(this.element);
    this.overlay = TestBed.inject(OverlayContainer).getContainerElement();
  }

  /** The desk as an operator works it. */
  harness(): Promise<MediatelDeskHarness> {
    return TestbedHarnessEnvironment.harnessForFixture(this.fixture, MediatelDeskHarness);
  }

  async word(): Promise<string> {
    return (await this.harness()).state();
  }

  async timer(): Promise<string> {
    return (await this.harness()).timer();
  }

  /** Empty where all is well. */
  async notice(): Promise<string> {
    return (await (await (await this.harness()).notice())?.words()) ?? '';
  }

  /** Presses the button of the notice. */
  async act(): Promise<void> {
    await (await (await this.harness()).notice())!.press();
  }

  /** The list of the call codes; `null` where it is not shown. */
  async codes(): Promise<MediatelChoiceListHarness | null> {
    return (await (await (await this.harness()).clerical())?.codes()) ?? null;
  }

  async settled(): Promise<void> {
    await this.fixture.whenStable();
  }

  /** Presses the primary button, which must have this label, after its 500 ms without presses are over. */
  async press(label: string): Promise<void> {
    const primary = await (await this.harness()).primary();
    expect(await primary.label()).toBe(label);
    this.store.clock.advance(500);
    await primary.press();
  }

  async type(text: string, target: Element = this.element): Promise<void> {
    for (const key of text) await this.key(key, target);
  }

  async key(key: string, target: Element = this.element): Promise<void> {
    this.store.clock.advance(500);
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await this.settled();
  }

  async snapshot(...given: Parameters<StoreHarness['snapshot']>): Promise<void> {
    this.store.snapshot(...given);
    await this.settled();
  }
}
