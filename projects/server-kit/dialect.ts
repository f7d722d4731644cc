import { z } from 'zod';

/** A value that a field may have on the wire. */
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const wireName = z.string().min(1).max(100);

const fieldDialect = z.strictObject({
  /** The field's name on the wire. Several names alternate from snapshot to snapshot. */
  as: z.array(wireName).min(1).optional(),
  /** The JSON type of the field's value, if it is no list. */
  form: z.enum(['text', 'number', 'boolean']).optional(),
  /** The field's value for “nothing”. */
  nothing: scalar.optional(),
  /** The states whose snapshots leave the field out. */
  absentIn: z.union([z.literal('every-state'), z.array(wireName).min(1)]).optional(),
});

/**
 * How a Mediatel differs from the documents, in words that the training server speaks: names, forms, order, times.
 *
 * A member that is left out means: as documented.
 */
export const dialectSchema = z.strictObject({
  /** By the documented name. */
  fields: z.record(wireName, fieldDialect).optional(),
  /** Fields that no document names, with a value to send in each snapshot. */
  extra: z.record(wireName, z.json()).optional(),
  /** The status by its state, where it is another than documented. */
  statuses: z.record(wireName, z.string()).optional(),
  /** The state in which the INVITE of an outgoing call comes. */
  inviteAt: z.enum(['request', 'delivered']).optional(),
  /** Whether the BYE comes before or after the snapshot of `STATE_CLERICAL`. */
  bye: z.enum(['after-clerical', 'before-clerical']).optional(),
  timing: z
    .strictObject({
      /** From a request to its snapshot (ms). */
      answerMs: z.number().int().min(0).max(60_000).optional(),
      /** Limit of after-call work (s); 0: no limit. */
      clericalSeconds: z.number().int().min(0).max(86_400).optional(),
      /** Between two pings of Socket.IO (ms). */
      pingIntervalMs: z.number().int().min(100).max(600_000).optional(),
      /** How long the server waits for the answer to a ping (ms). */
      pingTimeoutMs: z.number().int().min(100).max(600_000).optional(),
    })
    .optional(),
  sip: z
    .strictObject({
      /** The longest registration that is granted (s). */
      expiresSeconds: z.number().int().min(1).max(86_400).optional(),
      /** Between two refreshes of a call's session (s); 0: no refresh. */
      sessionRefreshSeconds: z.number().int().min(0).max(3600).optional(),
      /** What every page meets that takes a call over by a re-INVITE with another certificate; left out: it gets the call. */
      resumption: z.enum(['dtls-not-renewed', '403', '407', '481', '488', 'silent']).optional(),
    })
    .optional(),
});

/** How a Mediatel differs from the documents. */
export type Dialect = z.infer<typeof dialectSchema>;

/** How one field differs from the documents. */
export type FieldDialect = z.infer<typeof fieldDialect>;
