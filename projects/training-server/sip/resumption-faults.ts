import type { IncomingRequestMessage } from 'sip.js/lib/core/index.js';
import type { Digest } from './digest';

/**
 * What the first re-INVITE of a reloaded page can meet, one that offers another DTLS fingerprint.
 *
 * - `dtls-not-renewed`: 200, the path comes up and the tab hears, but the server gets neither its sound nor its reports.
 *   Another offer with another fingerprint repairs it.
 * - `403`, `481`, `488`: it is refused.
 * - `407`: it is challenged until it comes with the right credentials.
 * - `silent`: it gets no response.
 */
export const resumptionFaults = ['dtls-not-renewed', '403', '407', '481', '488', 'silent'] as const;

/** One of them. */
export type ResumptionFault = (typeof resumptionFaults)[number];

/** Whether it is one of them. */
export function isResumptionFault(name: string | undefined): name is ResumptionFault {
  return resumptionFaults.some((fault) => fault === name);
}

/** What to do with a re-INVITE. */
export type ResumptionVerdict =
  | { readonly type: 'answer'; readonly isDeaf: boolean }
  | { readonly type: 'refuse'; readonly statusCode: number; readonly extraHeaders: string[] }
  | { readonly type: 'ignore' };

interface Planned {
  readonly fault: ResumptionFault;
  /** How many more re-INVITEs meet it. */
  readonly times: number;
}

/** Made-up faults of resumed calls, by extension: for tests. */
export class ResumptionFaults {
  readonly #planned = new Map<string, Planned>();
  readonly #digest: Pick<Digest, 'verify' | 'challenge'>;
  readonly #always: ResumptionFault | null;

  /** `always`: what every resumption meets for which nothing is planned. */
  constructor(digest: Pick<Digest, 'verify' | 'challenge'>, always: ResumptionFault | null = null) {
    this.#digest = digest;
    this.#always = always;
  }

  /** The next `times` resumptions meet the fault, in place of an earlier one; 0 ends it. */
  plan(extension: string, fault: ResumptionFault, times: number): void {
    if (times > 0) this.#planned.set(extension, { fault, times });
    else this.#planned.delete(extension);
  }

  /** Decides about a re-INVITE with another fingerprint, and counts it. */
  meet(extension: string, sipLogin: string, request: IncomingRequestMessage): ResumptionVerdict {
    const planned = this.#planned.get(extension);
    const fault = planned?.fault ?? this.#always;
    if (fault === null) return { type: 'answer', isDeaf: false };
    if (fault === '407') {
      const verdict = this.#digest.verify('INVITE', request.getHeader('proxy-authorization'));
      if (verdict.type === 'challenge' || verdict.account.sipLogin !== sipLogin) {
        const stale = verdict.type === 'challenge' && verdict.stale;
        return { type: 'refuse', statusCode: 407, extraHeaders: [this.#digest.challenge(stale, 'Proxy-Authenticate')] };
      }
    }
    if (planned) this.plan(extension, fault, planned.times - 1);
    switch (fault) {
      case 'silent':
        return { type: 'ignore' };
      case '407':
      case 'dtls-not-renewed':
        return { type: 'answer', isDeaf: fault === 'dtls-not-renewed' };
      default:
        return { type: 'refuse', statusCode: Number(fault), extraHeaders: [] };
    }
  }
}
