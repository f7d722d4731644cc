import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MediatelAlertSettingsHarness } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { fakeHub } from '../hub/fake-hub.fixture';
import { recordOf } from 'test-kit';
import { timedPhases } from './alert-thresholds';
import { MediatelAlertSettings } from './mediatel-alert-settings';
import { OperatorAlerts } from './operator-alerts';

describe('MediatelAlertSettings', () => {
  afterEach(() => localStorage.clear());

  async function render(): Promise<{ settings: MediatelAlertSettingsHarness; alerts: OperatorAlerts }> {
    const hub = await fakeHub();
    hub.show([recordOf({ pause: 'Lunch', state: 'STATE_PAUSE', status: 'pause' })]);
    const fixture = TestBed.createComponent(MediatelAlertSettings);
    fixture.componentRef.setInput('text', TestBed.inject(MediatelIntl).viewLabels().alerts);
    return {
      settings: await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelAlertSettingsHarness),
      alerts: TestBed.inject(OperatorAlerts),
    };
  }

  it('offers a limit for each state and for each pause that somebody is on', async () => {
    const { settings } = await render();
    const { appearance } = TestBed.inject(MediatelIntl).labels();
    // States are named as on the desk.
    expect(Object.keys(await settings.limits())).toEqual([
      ...timedPhases.filter((phase) => phase !== 'paused').map((phase) => appearance[phase]),
      'Pause “Lunch”',
      'Any other pause',
      'Unconfirmed',
      'No phone, microphone or connection; poor sound',
      'Sound is poor below MOS',
    ]);
  });

  it('sets a limit in minutes, and none for an empty field', async () => {
    const { settings, alerts } = await render();
    await settings.setLimit('After call', '1.5');
    expect(alerts.thresholds().states.clerical).toBe(90);
    await settings.setLimit('After call', '');
    expect(alerts.thresholds().states.clerical).toBeNull();
  });

  it('keeps the limit when the field is not a time', async () => {
    const { settings, alerts } = await render();
    await settings.setLimit('After call', '2');
    await settings.setLimit('After call', '-3');
    expect(alerts.thresholds().states.clerical).toBe(120);
  });

  it('restores the limits of the host', async () => {
    const { settings, alerts } = await render();
    const before = alerts.thresholds().states.clerical;
    await settings.setLimit('After call', '99');
    await settings.reset();
    expect(alerts.thresholds().states.clerical).toBe(before);
  });
});
