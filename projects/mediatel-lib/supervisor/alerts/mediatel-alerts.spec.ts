import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MediatelAlertsHarness, provideFakePorts } from 'mediatel-lib/testing';
import { type AlertGroup, MediatelIntl } from 'mediatel-lib/ui';
import { HubClient } from '../hub/hub-client';
import type { HubClientStatus } from '../hub/next-hub-client-status';
import { EMPTY } from 'rxjs';
import type { MediatelAlert } from './alert';
import { initialAlertSettings } from './alert-settings';
import { defaultAlertThresholds } from './alert-thresholds';
import { MediatelAlerts } from './mediatel-alerts';
import { OperatorAlerts, type ShownAlert } from './operator-alerts';

const alert: MediatelAlert = {
  id: '301 clerical',
  operator: '301',
  name: 'Olena',
  condition: 'clerical',
  kind: 'lasting',
  phase: 'clerical',
  pause: null,
  codeChosen: false,
  mos: null,
  beganAt: 0,
  seconds: 360,
};

const acknowledged = null;

async function render(shown: readonly ShownAlert[] = [{ alert, acknowledged }]) {
  let taken: boolean | null = true;
  const all = signal<ShownAlert[]>([...shown]);
  const group = signal<AlertGroup | null>(null);
  const settings = signal(initialAlertSettings);
  const status = signal<HubClientStatus>('connected');
  const alerts: Partial<OperatorAlerts> = {
    all,
    open: all,
    group,
    choose: (one) => group.set(one),
    settings,
    change: (changes) => settings.update((before) => ({ ...before, ...changes })),
    thresholds: signal(defaultAlertThresholds),
    isBeingTaken: () => false,
    acknowledge: () => Promise.resolve(taken),
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakePorts(),
      { provide: OperatorAlerts, useValue: alerts },
      { provide: HubClient, useValue: { status, heardAt: signal(0), messages: EMPTY } },
    ],
  });
  await TestBed.inject(MediatelIntl).loadViews();
  const fixture = TestBed.createComponent(MediatelAlerts);
  const opened: string[] = [];
  fixture.componentInstance.opened.subscribe((id) => opened.push(id));
  await fixture.whenStable();
  return {
    view: await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelAlertsHarness),
    answer: (value: boolean | null) => (taken = value),
    status,
    group,
    settings,
    opened,
  };
}

describe('MediatelAlerts', () => {
  it('counts the alerts by kind, and lists them', async () => {
    const { view } = await render();
    expect(await view.count()).toBe('1 alert');
    expect(await view.groups()).toEqual([expect.stringMatching(/^1 after call over 3\smin/)]);
    expect((await view.alerts())[0]).toContain('Olena');
    expect(await view.acknowledgements()).toEqual([null]);
  });

  it('shows one kind alone, and all again', async () => {
    const mute: MediatelAlert = {
      ...alert,
      id: '302 noMicrophone',
      operator: '302',
      name: 'Petro',
      kind: 'noMicrophone',
    };
    const { view, group } = await render([
      { alert, acknowledged },
      { alert: mute, acknowledged },
    ]);
    // What keeps calls from an operator is urgent.
    expect((await view.groups()).map((words) => words.replace(/\s+/g, ' '))).toEqual([
      expect.stringContaining('1 after call over 3 min'),
      expect.stringContaining('1 without microphone'),
    ]);
    await view.filter(1);
    expect([group(), await view.alerts()]).toEqual(['noMicrophone', [expect.stringContaining('Petro')]]);
    await view.filter(1);
    expect([group(), (await view.alerts()).length]).toEqual([null, 2]);
  });

  it('leads to the operator of an alert', async () => {
    const { view, opened } = await render();
    await view.open(0);
    expect(opened).toEqual(['301']);
  });

  it('knows nothing without the hub, which is not the same as no alerts', async () => {
    const { view, status } = await render([]);
    expect(await view.count()).toBe('No alerts');
    status.set('reconnecting');
    expect(await view.unknown()).toMatch(/^Alerts not known since \d\d:\d\d$/);
  });

  it('announces by sound once the supervisor has chosen it at the bell', async () => {
    const { view, settings } = await render();
    await view.announce(0);
    expect([settings().sound, settings().notices]).toEqual([true, false]);
    await view.announce(1);
    // The browser of the test has no notifications.
    expect(settings().notices).toBe(false);
    expect(await view.status()).toBe('The browser does not allow notifications for this page');
  });

  it('says whether an alert is over or the server does not answer', async () => {
    const { view, answer } = await render();
    expect(await view.status()).toBe('');
    answer(false);
    await view.acknowledge(0);
    expect(await view.status()).toBe('Already over');
    answer(null);
    await view.acknowledge(0);
    expect(await view.status()).toBe('No answer from the server');
    answer(true);
    await view.acknowledge(0);
    expect(await view.status()).toBe('');
  });
});
