import { decodeSnapshot } from 'mediatel-lib/protocol';
import { inDialect } from './in-dialect';
import { initialAgentState } from './agent-state';
import { rules } from './agent.fixture';
import { wireSnapshot } from './wire-snapshot';

const snapshot = wireSnapshot(initialAgentState, { rules, host: 'farm', now: 1, spelling: 'documented', count: 0 });
const misspelt = wireSnapshot(initialAgentState, { rules, host: 'farm', now: 1, spelling: 'misspelt', count: 0 });

describe('inDialect', () => {
  it('changes nothing without a difference', () => {
    expect(inDialect(snapshot, {}, 0)).toEqual(snapshot);
  });

  it('spells a field as recorded, whatever the spelling of the server', () => {
    const dialect = { fields: { availableCommand: { as: ['availableComand'] } } };
    for (const original of [snapshot, misspelt]) {
      const spoken = inDialect(original, dialect, 0);
      expect(spoken['availableComand']).toEqual(snapshot['availableCommand']);
      expect(spoken).not.toHaveProperty('availableCommand');
      expect(spoken).not.toHaveProperty('avaliableCommand');
    }
  });

  it('alternates spellings', () => {
    const dialect = { fields: { mute: { as: ['mute', 'muted'] } } };
    expect(inDialect(snapshot, dialect, 0)).toHaveProperty('mute', 0);
    expect(inDialect(snapshot, dialect, 1)).toHaveProperty('muted', 0);
    expect(inDialect(snapshot, dialect, 1)).not.toHaveProperty('mute');
  });

  it.each([
    ['mute', 'text', '0'],
    ['pauseId', 'number', 0],
    ['predictiveStatus', 'boolean', false],
    ['isAvailable', 'text', '1'],
    ['isAvailable', 'number', 1],
    ['agentName', 'number', ''],
    ['time', 'text', null],
    ['queues', 'text', ['']],
  ] as const)('sends %s as %s: %j', (field, form, value) => {
    expect(inDialect(snapshot, { fields: { [field]: { form } } }, 0)).toHaveProperty(field, value);
  });

  it('says nothing as recorded, but only nothing', () => {
    const fields = { callTraceID: { nothing: '' }, host: { nothing: '' } };
    expect(inDialect(snapshot, { fields }, 0)).toMatchObject({ callTraceID: '', host: 'farm' });
    expect(inDialect({ ...snapshot, callTraceID: '17' }, { fields }, 0)).toMatchObject({ callTraceID: '17' });
  });

  it('leaves fields out, in every state or in some', () => {
    const absentIn = (where: 'every-state' | string[]) =>
      inDialect(snapshot, { fields: { webServer: { absentIn: where } } }, 0);
    expect(absentIn('every-state')).not.toHaveProperty('webServer');
    expect(absentIn(['STATE_LOGOUT'])).not.toHaveProperty('webServer');
    expect(absentIn(['STATE_IDLE'])).toHaveProperty('webServer');
  });

  it('adds unknown fields and renames a status', () => {
    const dialect = { extra: { skillLevel: '0' }, statuses: { STATE_LOGOUT: 'logged_out', STATE_IDLE: 'ready' } };
    const spoken = inDialect(snapshot, dialect, 0);
    expect(spoken).toMatchObject({ skillLevel: '0', status: 'logged_out' });
    expect(decodeSnapshot(spoken)).toMatchObject({
      ok: true,
      snapshot: { status: 'logged_out', unknownFields: { skillLevel: '0' } },
    });
  });
});
