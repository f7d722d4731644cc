import { z } from 'zod';
import { text, whole } from './read-fields';

/** An extension as a client sends it, whole or in part. */
export const extensionForm = z.looseObject({
  E_ID: z.int().optional(),
  E_Extension: text(256).optional(),
  Protocol: text(32).optional(),
  E_Type: z.union([text(32), whole]).optional(),
  E_Description: text(256).optional(),
  E_DialOutIdentities: text(256).optional(),
  ContactDisplay: text(256).optional(),
  DestAddress: text(256).optional(),
  Destination: text(256).optional(),
  Codecs: z.array(text(32)).max(32).optional(),
  ConnectionType: text(32).optional(),
  DTMFSupport: z.array(text(32)).max(8).optional(),
  FromDisplay: text(256).optional(),
  Payload: z.union([text(32), whole]).optional(),
});

/** An extension as a client sent it. */
export type ExtensionBody = z.infer<typeof extensionForm>;

/** The most entries of a batch in each list. */
const mostEntries = 500;

/** A batch. Its entries are read one by one, so that a wrong one does not spoil the others. */
export const batchForm = z.looseObject({
  Deleted: z.array(z.unknown()).max(mostEntries).optional(),
  Inserted: z.array(z.unknown()).max(mostEntries).optional(),
});

/** An entry of `Deleted`. */
export const deletedForm = z.looseObject({ E_ID: z.int().min(1) });

/** An entry of `Inserted`: `E_ID` above 0 changes, below 0 creates. */
export const insertedForm = extensionForm.and(
  z.looseObject({ E_ID: z.int().refine((id) => id !== 0, { error: 'must not be 0' }) }),
);
