import { type FlightFile, decodeFlight } from 'mediatel-lib/recorder';
import type { OpeningFault } from './words/replay-texts';

/** The longest file that is opened, in characters. The recorder keeps 2 MB. */
const longestFile = 50_000_000;

/** Where the sample is: a report of the training server, whose customers are made up. */
const samplePath = 'sample.mediatel-flight.json';

/** An opened report, or why it was not opened. */
export type OpenedReport =
  { readonly ok: true; readonly file: FlightFile } | { readonly ok: false; readonly fault: OpeningFault };

/** Opens a file. It stays in this browser and is not sent anywhere. */
export async function openReport(file: File): Promise<OpenedReport> {
  if (file.size > longestFile) return { ok: false, fault: { reason: 'too-big' } };
  const text = await file.text().catch(() => null);
  return text === null ? { ok: false, fault: { reason: 'unreadable' } } : decodeFlight(text);
}

/** Fetches and opens the sample. */
export async function openSample({ baseURI }: Document): Promise<OpenedReport> {
  try {
    const response = await fetch(new URL(samplePath, baseURI));
    if (response.ok) return decodeFlight(await response.text());
  } catch {
    // The same as a server that has none.
  }
  return { ok: false, fault: { reason: 'not-loaded' } };
}
