import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dialectSchema } from './dialect';

/** What a probe may find about a claim. */
const verdicts = ['held', 'differs', 'not seen'] as const;

/** What a probe found about a claim. */
export type Verdict = (typeof verdicts)[number];

/**
 * The file that a probe writes: what it found, the redacted snapshots, and the dialect.
 *
 * A dialect that is written by hand needs `format`, `version` and `dialect` only.
 */
export const probeFileSchema = z.strictObject({
  format: z.literal('mediatel-probe'),
  version: z.literal(1),
  claims: z
    .array(z.strictObject({ id: z.string(), verdict: z.enum(verdicts), detail: z.string() }))
    .optional()
    .default([]),
  /** The redacted snapshots in their order. `atMs` counts from the first connection. */
  snapshots: z
    .array(z.strictObject({ atMs: z.number(), after: z.string(), data: z.json() }))
    .optional()
    .default([]),
  /** What happened, in order, without contents. */
  timeline: z
    .array(z.strictObject({ atMs: z.number(), what: z.string() }))
    .optional()
    .default([]),
  dialect: dialectSchema,
});

/** The contents of a probe's file. */
export type ProbeFile = z.infer<typeof probeFileSchema>;

/** A probe's file can't be used. The message names the file and each wrong path in it. */
export class ProbeFileError extends Error {
  override readonly name = 'ProbeFileError';
}

/** Reads a probe's file. Throws a `ProbeFileError`. */
export function readProbeFile(path: string): ProbeFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ProbeFileError(
      `${path} can't be read as JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const read = probeFileSchema.safeParse(content);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`);
  throw new ProbeFileError(`${path} is no probe file: ${faults.join('; ')}`);
}

/** `dialect.fields.mute.as[0]` */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || 'the file';
