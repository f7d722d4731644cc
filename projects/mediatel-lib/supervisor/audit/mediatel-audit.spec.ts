import { jest } from '@jest/globals';
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
        outcome: { outcome: 'refused', reason: 'wrong-phase' },
      },
      entry,
    ];
    const [refused, shown] = await (await render()).lines();
    expect(refused?.slice(1, 3)).toEqual(['supervisor1', '301']);
    expect(refused?.[3]).toContain('Lunch');
    expect(refused?.[4]).toBe('refused at the desk: The operator is logged out');
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

  it('shows the requests to one operator, of one kind or with one outcome', async () => {
    hub.log = [entry, { ...entry, operator: '302', name: 'Petro', request: { kind: 'logout' } }];
    const audit = await render();
    expect(await audit.options('operator')).toEqual(['All', 'Olena', 'Petro']);
    await audit.choose('operator', 'Petro');
    expect((await audit.lines()).map((cells) => cells[2])).toEqual(['Petro']);
    await audit.choose('request', 'Message');
    expect([await audit.lines(), await audit.status()]).toEqual([[], 'No request fits these filters']);
    await audit.choose('operator', 'All');
    expect((await audit.lines()).map((cells) => cells[2])).toEqual(['Olena']);
  });

  it('saves the shown lines', async () => {
    hub.log = [entry];
    const saved: string[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    // jsdom has neither of them.
    Object.assign(URL, { createObjectURL: (file: Blob) => saved.push(file.type), revokeObjectURL: () => undefined });
    const audit = await render();
    await audit.save();
    expect(saved).toEqual(['text/csv;charset=utf-8', 'requests.csv']);
    click.mockRestore();
    for (const name of ['createObjectURL', 'revokeObjectURL']) Reflect.deleteProperty(URL, name);
  });
});
