import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideFakePorts } from 'mediatel-lib/testing';
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
  since: 0,
  seconds: 360,
};

async function render(): Promise<{
  readonly press: (name: string) => Promise<void>;
  readonly text: (selector: string) => readonly string[];
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
  const element: HTMLElement = fixture.nativeElement;
  const buttons = (): HTMLButtonElement[] => [...element.querySelectorAll('button')];
  return {
    press: async (name) => {
      buttons()
        .find((button) => (button.ariaLabel ?? button.textContent.trim()) === name)
        ?.click();
      await fixture.whenStable();
    },
    text: (selector) => [...element.querySelectorAll(selector)].map((one) => one.textContent.trim()),
    answer: (value) => (taken = value),
  };
}

describe('the alerts', () => {
  it('distinguish an alert that is over from a server that does not answer', async () => {
    const view = await render();
    await view.press('1 alert');
    expect(view.text('p.over')).toEqual(['']);
    view.answer(false);
    await view.press('Take it: Olena');
    expect(view.text('p.over')).toEqual(['Already over']);
    view.answer(null);
    await view.press('Take it: Olena');
    expect(view.text('p.over')).toEqual(['No answer from the server']);
    view.answer(true);
    await view.press('Take it: Olena');
    expect(view.text('p.over')).toEqual(['']);
  });

  it('name states in their settings as the desk does', async () => {
    const view = await render();
    await view.press('When to alert');
    const { appearance } = TestBed.inject(MediatelIntl).labels();
    expect(view.text('fieldset label span')).toEqual(
      timedPhases.map((phase) => (phase === 'paused' ? 'Any other pause' : appearance[phase])),
    );
  });
});
