import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MediatelAlertsHarness, provideFakePorts } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { MediatelAlert } from './alert';
import { initialAlertSettings } from './alert-settings';
import { defaultAlertThresholds, timedPhases } from './alert-thresholds';
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

async function render(): Promise<{
  readonly view: MediatelAlertsHarness;
  readonly answer: (taken: boolean | null) => void;
}> {
  let taken: boolean | null = true;
  const all = signal<ShownAlert[]>([{ alert, acknowledged: null }]);
  const alerts: Partial<OperatorAlerts> = {
    all,
    open: all,
    settings: signal(initialAlertSettings),
    thresholds: signal(defaultAlertThresholds),
    acknowledge: () => Promise.resolve(taken),
  };
  TestBed.configureTestingModule({
    providers: [provideFakePorts(), { provide: OperatorAlerts, useValue: alerts }],
  });
  await TestBed.inject(MediatelIntl).loadViews();
  const fixture = TestBed.createComponent(MediatelAlerts);
  await fixture.whenStable();
  return {
    view: await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelAlertsHarness),
    answer: (value) => (taken = value),
  };
}

describe('MediatelAlerts', () => {
  it('counts the alerts, names the first, and lists them when opened', async () => {
    const { view } = await render();
    expect([await view.count(), await view.alerts()]).toEqual(['1 alert', []]);
    expect(await view.first()).toContain('Olena');
    await view.toggle();
    expect(await view.first()).toBeNull();
    expect((await view.alerts())[0]).toContain('Olena');
    expect(await view.acknowledgements()).toEqual([null]);
  });

  it('says whether an alert is over or the server does not answer', async () => {
    const { view, answer } = await render();
    await view.toggle();
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

  it('names states in its settings as the desk does', async () => {
    const { view } = await render();
    await view.toggleSettings();
    const { appearance } = TestBed.inject(MediatelIntl).labels();
    const settings = await view.settings();
    expect(Object.keys((await settings?.limits()) ?? {})).toEqual(
      timedPhases.map((phase) => (phase === 'paused' ? 'Any other pause' : appearance[phase])),
    );
  });
});
