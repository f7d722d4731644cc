import type { SipAccount } from '../probe-options';
import type { SipSeen } from './observations';

/** The probe's SIP client. */
export class Phone {
  constructor(
    readonly url: string,
    readonly account: SipAccount | null,
    readonly headers: Record<string, string>,
    readonly now: () => number,
  ) {}

  probe(): Promise<SipSeen> {
    return Promise.resolve({ isOpen: false, options: null, register: null });
  }

  interrupt(): void {
    return undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
