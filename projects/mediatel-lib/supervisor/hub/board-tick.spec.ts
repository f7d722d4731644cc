import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { OperatorRowHarness, provideFakePorts } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { Subject } from 'rxjs';
import { recordOf } from 'test-kit';
import { BoardTick } from './board-tick';
import { OperatorRow } from '../board/operator-row';
import { type OperatorEntry, MediatelOperators } from './operators';
import { type HubMessage, HubClient } from './hub-client';
import type { HubClientStatus } from './next-hub-client-status';

@Component({
  imports: [OperatorRow],
  template: `@for (entry of entries(); track entry.id) {
    <mediatel-operator-row [entry]="entry" />
  }`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Rows {
  readonly #operators = inject(MediatelOperators);

  protected entries(): readonly OperatorEntry[] {
    this.#operators.version();
    return [...this.#operators.all()];
  }
}

describe('the hub’s first snapshot', () => {
  it('is shown with its own time, without waiting for the next tick', async () => {
    const messages = new Subject<HubMessage>();
    let now: number | null = null;
    const status = signal<HubClientStatus>('connecting');
    const hub = { messages, status, acknowledgements: signal([]), now: () => now };
    TestBed.configureTestingModule({
      providers: [provideFakePorts(), { provide: HubClient, useValue: hub }],
    });
    await TestBed.inject(MediatelIntl).loadViews();
    const tick = TestBed.inject(BoardTick);
    tick.beat();
    const fixture = TestBed.createComponent(Rows);
    expect(tick.now()).toBeNull();

    now = 2_065_000;
    const rights = { supervisor: 's', teams: [], numbers: true, requests: [] };
    messages.next({ type: 'picture', picture: { at: now, rights, operators: [recordOf({}, { confirmedAt: now })] } });
    TestBed.inject(MediatelOperators).flush();
    fixture.detectChanges();

    const row = await TestbedHarnessEnvironment.loader(fixture).getHarness(OperatorRowHarness);
    expect(await row.time()).toBe('01:05');
  });
});
