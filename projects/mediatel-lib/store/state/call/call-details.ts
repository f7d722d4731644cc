import type { Snapshot } from 'mediatel-lib/protocol';

/** The fields of a snapshot that `callDetailsChanged` reports. */
export const callDetailNames = [
  'callTraceID',
  'ani',
  'dnis',
  'queueId',
  'queueName',
  'callType',
  'callStartTime',
  'callWaitDuration',
  'maxCallDuration',
  'callErrorID',
  'callErrorText',
  'multipleCallCodeAllow',
  'crmConnectTarget',
  'crmConnectType',
  'webServer',
  'holdQueue',
  'mcc',
] as const satisfies readonly (keyof Snapshot)[];

/** A call's details, which may come or change during the call. */
export type CallDetails = Pick<Snapshot, (typeof callDetailNames)[number]>;
