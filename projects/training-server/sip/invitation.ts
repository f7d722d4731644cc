import { URI, type OutgoingRequestMessage } from 'sip.js/lib/core/index.js';
import type { Binding } from './bindings';
import { ALLOW } from './answer';

export interface Caller {
  /** The customer's number, shown as the caller. */
  readonly number: string;
  /** The queue, shown as the caller's name. */
  readonly displayName: string;
}

/** The INVITE with an offer that rings an operator's tab. */
export function invitation(binding: Binding, realm: string, caller: Caller, sdp: string): OutgoingRequestMessage {
  const { core, contact } = binding.agent;
  const from = new URI('sip', caller.number.replace(/[^\d+*#]/g, '') || 'anonymous', realm);
  const to = new URI('sip', binding.sipLogin, realm);
  // A quotation mark or a line break would end the header early.
  const fromDisplayName = caller.displayName.replace(/["\\\r\n]/g, ' ');
  const headers = [`Contact: <${contact}>`, ALLOW];
  const body = { contentDisposition: 'session', contentType: 'application/sdp', content: sdp };
  return core.makeOutgoingRequestMessage('INVITE', binding.contact, from, to, { fromDisplayName }, headers, body);
}
