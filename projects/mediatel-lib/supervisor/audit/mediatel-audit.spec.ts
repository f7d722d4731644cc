import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { AuditEntry } from 'mediatel-lib/hub-protocol';
import { MediatelAuditHarness } from 'mediatel-lib/testing';
import { type FakeHub, answersArrive, fakeHub } from '../hub/fake-hub.fixture';
import { MediatelAudit } from './mediatel-audit';

const entry: AuditEntry = {
  at: 0,
  supervisor: 'supervisor1',
  operator: '301',
  name: 'Olena',
  team: 'Banks',
  request: { kind: 'message', text: 'Call me' },
  outcome: { outcome: 'shown' },
};

describe('MediatelAudit', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    hub = await fakeHub();
  });
  async function render(): Promise<MediatelAuditHarness> {
    const fixture = TestBed.createComponent(MediatelAudit);
    await answersArrive();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelAuditHarness);
  }
  const refresh = async (audit: MediatelAuditHarness): Promise<void> => {
    await audit.refresh();
    await answersArrive();
  };

  it('lists each request with its people, its outcome and the reason of a refusal', async () => {
    hub.log = [
      {
        ...entry,
        name: '',
        request: { kind: 'takePause', pause: 'Lunch' },
        outcome: { outcome: 'refused', reason: 'in a call' },
      },
      entry,
    ];
    const [refused, shown] = await (await render()).lines();
    expect(refused?.slice(1, 3)).toEqual(['supervisor1', '301']);
    expect(refused?.[3]).toContain('Lunch');
    expect(refused?.[4]).toContain('(in a call)');
    expect(shown?.[2]).toBe('Olena');
    expect(shown?.[3]).toContain('Call me');
  });

  it('says that there were no requests, and that the log can’t be read', async () => {
    const audit = await render();
    const none = await audit.status();
    expect(none).not.toBe('');
    hub.log = null;
    await refresh(audit);
    expect(await audit.status()).not.toBe('');
    expect(await audit.status()).not.toBe(none);
    hub.log = [entry];
    await refresh(audit);
    expect([await audit.status(), (await audit.lines()).length]).toEqual(['', 1]);
  });
});
