import type { Snapshot } from 'mediatel-lib/protocol';

/** The fields of a snapshot that `callDetailsChanged` tells of. */
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

/** A call's particulars that may come or change after it began. */
export type CallDetails = Pick<Snapshot, (typeof callDetailNames)[number]>;
