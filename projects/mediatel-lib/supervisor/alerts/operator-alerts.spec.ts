import { TestBed } from '@angular/core/testing';
import { fakeHub } from '../hub/fake-hub.fixture';
import type { MediatelAlert } from './alert';
import { OperatorAlerts } from './operator-alerts';

const alert = { id: '301 clerical', operator: '301', condition: 'clerical' } as MediatelAlert;
const other = { id: '302 clerical', operator: '302', condition: 'clerical' } as MediatelAlert;

describe('OperatorAlerts', () => {
  it('asks the hub once for an alert, however often it is pressed, until the answer is there', async () => {
    const hub = await fakeHub();
    const answers: ((isTaken: boolean | null) => void)[] = [];
    const asked: string[] = [];
    hub.acknowledge = (operator) => {
      asked.push(operator);
      return new Promise((resolve) => answers.push(resolve));
    };
    const alerts = TestBed.inject(OperatorAlerts);
    const first = alerts.acknowledge(alert);
    await expect(alerts.acknowledge(alert)).resolves.toBeUndefined();
    void alerts.acknowledge(other);
    expect([asked, alerts.isBeingTaken(alert)]).toEqual([['301', '302'], true]);
    answers[0]?.(null);
    await expect(first).resolves.toBeNull();
    expect([alerts.isBeingTaken(alert), alerts.isBeingTaken(other)]).toEqual([false, true]);
    void alerts.acknowledge(alert);
    expect(asked).toEqual(['301', '302', '301']);
  });
});
