import { claims } from './claims/claims';
import type { Claim, Finding } from './claims/claim';
import { knockAll } from './observe/knock-all';
import { FarmLine } from './observe/farm-line';
import { type Observations, nothingSeen } from './observe/observations';
import { tlsOf } from './observe/tls-of';
import { Undo } from './observe/undo';
import { walk } from './observe/walk';
import { Phone, asksExpiresSeconds } from './observe/phone';
import type { ProbeOptions } from './probe-options';
import { headersOf } from './observe/headers';

/** A claim with what the probe found. */
export interface Row extends Finding {
  readonly claim: Claim;
}

/** What a probe found, also if it was interrupted or failed on the way. */
export interface ProbeReport {
  readonly rows: readonly Row[];
  readonly seen: Observations;
  /** Why the probe ended early; `null`: it did not. */
  readonly endedEarly: string | null;
  /** What it began and could not end. */
  readonly left: readonly string[];
}

/**
 * Probes a Mediatel. Ends what it began, also if the signal aborts it.
 *
 * Never rejects: an early end is in the report, with everything seen before it.
 */
export async function probe(options: ProbeOptions, signal: AbortSignal): Promise<ProbeReport> {
  const { account, cookie, patienceMs } = options;
  const seen = nothingSeen({
    login: account?.user ?? null,
    extension: account?.extension ?? null,
    hasCookie: cookie !== null,
    asksExpiresSeconds,
  });
  const begin = performance.now();
  const now = (): number => Math.round(performance.now() - begin);
  const undo = new Undo();
  let endedEarly: string | null = null;
  try {
    seen.tls = await tlsOf(options.url);
    signal.throwIfAborted();
    if (seen.tls.fault !== null) throw new Error('the certificate is not trusted, so no password is sent');
    seen.knocks.push(...(await knockAll(options)));
    signal.throwIfAborted();
    const line = new FarmLine(seen, now);
    const isPage = options.call?.renewal ?? false;
    const phone =
      options.sip === null
        ? null
        : new Phone({
            url: options.sip,
            account: options.sipAccount,
            headers: headersOf(options),
            now,
            patienceMs,
            isPage,
          });
    const interrupt = (): void => {
      line.interrupt();
      phone?.interrupt();
    };
    signal.addEventListener('abort', interrupt, { once: true });
    await walk({ options, line, phone, seen, undo, now, signal });
  } catch (error) {
    endedEarly = signal.aborted ? 'interrupted' : error instanceof Error ? error.message : String(error);
  }
  const left = await undo.all();
  const rows = claims.map((claim) => ({ claim, ...claim.check(seen) }));
  return { rows, seen, endedEarly, left };
}
