import type { Dialect, FieldDialect } from '../../server-kit';
import type { WireSnapshot } from './wire-snapshot';

/** The documented name of a field that is spelt in two ways. */
const documented: Readonly<Record<string, string>> = {
  avaliableCommand: 'availableCommand',
  awaliableCallCodes: 'availableCallCodes',
  isAvaliable: 'isAvailable',
};

/** Each field's own value for “nothing”, where it has one (docs/protocol.md, section 3). */
const nothing: Readonly<Record<string, unknown>> = {
  ...{ agentId: '-1', callCustomerID: '-1', callTraceID: '-1', callType: '-1', queueId: '-1', callErrorID: '-1' },
  ...{ agentExt: '', agentName: '', ani: '', dnis: '', queueName: '', webServer: '' },
  ...{ callStartTime: '1999-01-01 01:01:01', pauseId: '0', loginErrorID: '0', time: null },
};

/** A snapshot as the dialect's server would send it. `count` counts snapshots, for names that alternate. */
export function inDialect(snapshot: WireSnapshot, dialect: Dialect, count: number): WireSnapshot {
  const state = String(snapshot['state']);
  const spoken = Object.entries(snapshot).flatMap(([wire, value]) => {
    const name = documented[wire] ?? wire;
    const field = dialect.fields?.[name];
    if (field && isAbsent(field, state)) return [];
    return [[spelling(field, count) ?? wire, field ? spokenValue(field, name, value) : value] as const];
  });
  const status = dialect.statuses?.[state];
  return {
    ...Object.fromEntries(spoken),
    ...dialect.extra,
    ...(status !== undefined && 'status' in snapshot
      ? { [spelling(dialect.fields?.['status'], count) ?? 'status']: status }
      : {}),
  };
}

const isAbsent = ({ absentIn = [] }: FieldDialect, state: string): boolean =>
  absentIn === 'every-state' || absentIn.includes(state);

const spelling = (field: FieldDialect | undefined, count: number): string | undefined =>
  field?.as?.[count % field.as.length];

function spokenValue({ form, nothing: other }: FieldDialect, name: string, value: unknown): unknown {
  if (other !== undefined && name in nothing && nothing[name] === value) return other;
  if (form === undefined || value === null || typeof value === 'object') return value;
  switch (form) {
    case 'text':
      return String(typeof value === 'boolean' ? Number(value) : value);
    case 'number':
      return Number.isFinite(Number(value)) && value !== '' ? Number(value) : value;
    case 'boolean':
      return value === true || String(value) === '1';
  }
}
