import { Desks } from './desks';

const trainee = { login: 'agent1', name: 'Olena Kovalenko', extension: '1001' };
const snapshotOf = (desks: Desks): unknown => desks.of(trainee).snapshot;

describe('the mirrored desk', () => {
  let desks: Desks;
  beforeEach(() => (desks = new Desks(() => ({ reachable: true, watchable: true }))));

  it('is what the farm sent last', () => {
    desks.sent('agent1', 'host-1', { state: 'STATE_IDLE' });
    desks.sent('agent1', 'host-1', { state: 'STATE_LOGOUT' });
    expect(snapshotOf(desks)).toEqual({ state: 'STATE_LOGOUT' });
  });

  it('stays the logged-in one when the same person signs in elsewhere', () => {
    desks.sent('agent1', 'host-1', { state: 'STATE_IDLE' });
    desks.sent('agent1', 'host-2', { state: 'STATE_LOGOUT' });
    expect(snapshotOf(desks)).toEqual({ state: 'STATE_IDLE' });
    desks.sent('agent1', 'host-2', { state: 'STATE_PAUSE' });
    desks.sent('agent1', 'host-1', { state: 'STATE_LOGOUT' });
    desks.ended('host-1');
    expect(snapshotOf(desks)).toEqual({ state: 'STATE_PAUSE' });
  });

  it('is none when its process is gone', () => {
    desks.sent('agent1', 'host-1', { state: 'STATE_IDLE' });
    desks.ended('host-1');
    expect(snapshotOf(desks)).toBeNull();
  });
});
