import { z } from 'zod';

const text = z.coerce.string().nullish();
const numeric = z.coerce.number().nullish();
const flag = z
  .union([z.boolean(), z.number(), z.string()])
  .transform((value) => value === true || value === 1 || value === '1')
  .nullish();

/** The schema that a team would write with zod 4 for the same snapshot. */
export const zodSnapshot = z.looseObject({
  state: z.string(),
  status: text,
  agentExt: text,
  agentId: text,
  agentName: text,
  host: text,
  isAvaliable: flag,
  lastCallTime: numeric,
  loginAttempt: numeric,
  loginErrorID: text,
  avaliableCommand: z.array(z.string()),
  queues: z.array(z.string()),
  pauseList: z.array(z.tuple([z.string(), z.string()])),
  pauseId: text,
  pauseAcknowledge: flag,
  predictiveStatus: flag,
  ani: text,
  dnis: text,
  queueId: text,
  queueName: text,
  callTraceID: text,
  callCustomerID: text,
  callType: text,
  callStartTime: text,
  callWaitDuration: numeric,
  maxCallDuration: numeric,
  callErrorID: text,
  callErrorText: text,
  mute: flag,
  awaliableCallCodes: z.array(z.object({ ID: z.string(), Name: z.string(), ActionFlag: z.string() })),
  multipleCallCodeAllow: flag,
  callHistory: z.array(z.record(z.string(), z.string())),
  crmConnectTarget: text,
  crmConnectType: text,
  webServer: text,
  serverTime: numeric,
  time: numeric,
});
