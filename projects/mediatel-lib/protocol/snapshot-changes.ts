import type { Snapshot } from './snapshot';

/** A snapshot without `serverTime`, which differs each time. */
export type TimelessSnapshot = Omit<Snapshot, 'serverTime'>;

/** The fields that differ, with their later values. Mutable: the caller may add its own. */
export type SnapshotChanges = { -readonly [Field in keyof TimelessSnapshot]?: TimelessSnapshot[Field] };

/**
 * The fields in which `s` differs from `a`, or `null`. Lists are compared by reference.
 *
 * Straight-line code: it runs for every snapshot, and a loop over the names takes ten times as long. The spec changes
 * each field that the decoder reads, and so finds a field that is missing here.
 */
export function snapshotChanges(a: TimelessSnapshot, s: TimelessSnapshot): SnapshotChanges | null {
  let c: SnapshotChanges | null = null;
  if (a.state !== s.state) (c ??= {}).state = s.state;
  if (a.status !== s.status) (c ??= {}).status = s.status;
  if (a.time !== s.time) (c ??= {}).time = s.time;
  if (a.agentExt !== s.agentExt) (c ??= {}).agentExt = s.agentExt;
  if (a.agentId !== s.agentId) (c ??= {}).agentId = s.agentId;
  if (a.agentName !== s.agentName) (c ??= {}).agentName = s.agentName;
  if (a.host !== s.host) (c ??= {}).host = s.host;
  if (a.isAvailable !== s.isAvailable) (c ??= {}).isAvailable = s.isAvailable;
  if (a.lastCallTime !== s.lastCallTime) (c ??= {}).lastCallTime = s.lastCallTime;
  if (a.loginAttempt !== s.loginAttempt) (c ??= {}).loginAttempt = s.loginAttempt;
  if (a.loginErrorID !== s.loginErrorID) (c ??= {}).loginErrorID = s.loginErrorID;
  if (a.loginErrorText !== s.loginErrorText) (c ??= {}).loginErrorText = s.loginErrorText;
  if (a.availableCommand !== s.availableCommand) (c ??= {}).availableCommand = s.availableCommand;
  if (a.queues !== s.queues) (c ??= {}).queues = s.queues;
  if (a.pauseList !== s.pauseList) (c ??= {}).pauseList = s.pauseList;
  if (a.pauseId !== s.pauseId) (c ??= {}).pauseId = s.pauseId;
  if (a.pauseAcknowledge !== s.pauseAcknowledge) (c ??= {}).pauseAcknowledge = s.pauseAcknowledge;
  if (a.predictiveStatus !== s.predictiveStatus) (c ??= {}).predictiveStatus = s.predictiveStatus;
  if (a.ani !== s.ani) (c ??= {}).ani = s.ani;
  if (a.dnis !== s.dnis) (c ??= {}).dnis = s.dnis;
  if (a.queueId !== s.queueId) (c ??= {}).queueId = s.queueId;
  if (a.queueName !== s.queueName) (c ??= {}).queueName = s.queueName;
  if (a.callTraceID !== s.callTraceID) (c ??= {}).callTraceID = s.callTraceID;
  if (a.callCustomerID !== s.callCustomerID) (c ??= {}).callCustomerID = s.callCustomerID;
  if (a.callType !== s.callType) (c ??= {}).callType = s.callType;
  if (a.callStartTime !== s.callStartTime) (c ??= {}).callStartTime = s.callStartTime;
  if (a.callWaitDuration !== s.callWaitDuration) (c ??= {}).callWaitDuration = s.callWaitDuration;
  if (a.maxCallDuration !== s.maxCallDuration) (c ??= {}).maxCallDuration = s.maxCallDuration;
  if (a.callErrorID !== s.callErrorID) (c ??= {}).callErrorID = s.callErrorID;
  if (a.callErrorText !== s.callErrorText) (c ??= {}).callErrorText = s.callErrorText;
  if (a.mute !== s.mute) (c ??= {}).mute = s.mute;
  if (a.availableCallCodes !== s.availableCallCodes) (c ??= {}).availableCallCodes = s.availableCallCodes;
  if (a.multipleCallCodeAllow !== s.multipleCallCodeAllow) (c ??= {}).multipleCallCodeAllow = s.multipleCallCodeAllow;
  if (a.callHistory !== s.callHistory) (c ??= {}).callHistory = s.callHistory;
  if (a.crmConnectTarget !== s.crmConnectTarget) (c ??= {}).crmConnectTarget = s.crmConnectTarget;
  if (a.crmConnectType !== s.crmConnectType) (c ??= {}).crmConnectType = s.crmConnectType;
  if (a.webServer !== s.webServer) (c ??= {}).webServer = s.webServer;
  if (a.holdQueue !== s.holdQueue) (c ??= {}).holdQueue = s.holdQueue;
  if (a.mcc !== s.mcc) (c ??= {}).mcc = s.mcc;
  if (a.unknownFields !== s.unknownFields) (c ??= {}).unknownFields = s.unknownFields;
  return c;
}
