import type { Snapshot } from 'mediatel-lib/protocol';

/** A call's particulars that may come or change after it began. */
export type CallDetails = Pick<
  Snapshot,
  | 'callTraceID'
  | 'ani'
  | 'dnis'
  | 'queueId'
  | 'queueName'
  | 'callType'
  | 'callStartTime'
  | 'callWaitDuration'
  | 'maxCallDuration'
  | 'callErrorID'
  | 'callErrorText'
  | 'multipleCallCodeAllow'
  | 'crmConnectTarget'
  | 'crmConnectType'
  | 'webServer'
  | 'holdQueue'
  | 'mcc'
>;
