import { z } from 'zod';
import { roles } from '../accounts';
import { text, whole } from './read-fields';

const seconds = z.number().min(0).max(86_400);

const autoAnswer = z.looseObject({
  Predictive: z.boolean().optional(),
  Other: z.boolean().optional(),
  /** Milliseconds. */
  Time: z.number().min(0).max(60_000).optional(),
  Inbound: z.boolean().optional(),
  Manual: z.boolean().optional(),
});

const clientApp = z.looseObject({
  ShowTreeCC: z.boolean().optional(),
  ShowValidCB: z.boolean().optional(),
  ShowFullTreeCC: z.boolean().optional(),
  AutoAnswer: autoAnswer.optional(),
  ShowPopupPause: z.boolean().optional(),
  StartURL: text(2048).optional(),
  TimeWarning: seconds.optional(),
  TimeForDialOut: seconds.optional(),
  AddNrInClipboard: z.boolean().optional(),
  ClericalReminder: seconds.optional(),
  ResetVoiceChannel: z.boolean().optional(),
  RingFileID: whole.optional(),
});

/** An agent as a client sends it, whole or in part. */
export const agentForm = z.looseObject({
  ID: z.int().optional(),
  Login: text(256).optional(),
  Password: text(256).min(1).optional(),
  Details: text(256).optional(),
  Domain: text(64).optional(),
  /** Place of the role in `roles`, from 1. */
  RightID: z.int().min(1).max(roles.length).optional(),
  SupervisorRightID: whole.optional(),
  SupervisorID: whole.optional(),
  State: z.union([z.literal(0), z.literal(1)]).optional(),
  DefaultSkill: whole.optional(),
  PersNumbers: z.array(text(32).min(1)).max(8).optional(),
  ClientApp: clientApp.optional(),
});

/** An agent as a client sent it. */
export type AgentBody = z.infer<typeof agentForm>;

/** What an answer shows of fields that were never set. */
export const unsetFields = {
  Details: '',
  Domain: '',
  RightID: 1,
  SupervisorRightID: 0,
  SupervisorID: 0,
  DefaultSkill: 0,
  PersNumbers: [],
  ClientApp: {},
};
