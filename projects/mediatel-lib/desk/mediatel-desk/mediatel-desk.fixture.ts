import { OverlayContainer } from '@angular/cdk/overlay';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { MEDIATEL_CALL_NOTES, type CallNote } from 'mediatel-lib/store';
import { MediatelDesk } from './mediatel-desk';

/** A desk with the whole store; the test controls the ports. */
export class DeskUnderTest {
  readonly notes: CallNote[] = [];
  readonly store: StoreHarness;
  readonly fixture;
  readonly element: HTMLElement;
  readonly overlay: HTMLElement;

  constructor(config: Partial<MediatelConfig> = {}, inputs: Readonly<Record<string, unknown>> = {}) {
    this.store = new StoreHarness(config, [
      { provide: MEDIATEL_CALL_NOTES, useValue: (note: CallNote) => this.notes.push(note) },
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    ]);
    this.fixture = TestBed.createComponent(MediatelDesk);
    for (const [name, value] of Object.entries(inputs)) this.fixture.componentRef.setInput(name, value);
    this.element = this.fixture.nativeElement as HTMLElement;
    document.body.append(this.element);
    this.overlay = TestBed.inject(OverlayContainer).getContainerElement();
  }

  get word(): string {
    return this.element.querySelector('.word')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }
  get timer(): string {
    return this.element.querySelector('[role=timer]')?.textContent.trim() ?? '';
  }
  get notice(): string {
    return this.element.querySelector('mediatel-notice p')?.textContent.trim() ?? '';
  }
  get primary(): HTMLButtonElement {
    return this.element.querySelector<HTMLButtonElement>('mediatel-primary-action button')!;
  }
  get codes(): HTMLElement[] {
    return [...this.overlay.querySelectorAll<HTMLElement>('[role=option]')];
  }

  async settled(): Promise<void> {
    await this.fixture.whenStable();
  }

  /** Presses the primary button, after its 500 ms without presses are over. */
  async press(label: string): Promise<void> {
    await this.settled();
    expect(this.primary.textContent.trim()).toBe(label);
    this.sinceBoot += 1000;
    this.primary.click();
    await this.settled();
  }
  sinceBoot = 1000;

  async type(text: string, target: Element = this.element): Promise<void> {
    for (const key of text) await this.key(key, target);
  }

  async key(key: string, target: Element = this.element): Promise<void> {
    this.sinceBoot += 1000;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await this.settled();
  }

  async snapshot(...given: Parameters<StoreHarness['snapshot']>): Promise<void> {
    this.store.snapshot(...given);
    await this.settled();
  }
}
