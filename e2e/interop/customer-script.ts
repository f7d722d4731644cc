import { mkdirSync, writeFileSync } from 'node:fs';
import { logs } from './program';

type Direction = 'sendrecv' | 'sendonly' | 'inactive';

/** Where SIP goes in a message of sipp. */
const via = 'Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]';
const contact = 'Contact: <sip:0661234501@[local_ip]:[local_port]>';
const from = 'From: "DM_MFO_1" <sip:0661234501@[local_ip]:[local_port]>;tag=[pid]c[call_number]';
const to = 'To: <sip:[service]@interop.test>[peer_tag_param]';
const repeated = ['[last_Via:]', '[last_From:]', '[last_To:]', '[last_Call-ID:]', '[last_CSeq:]'];

const reasons: Readonly<Record<number, string>> = { 481: 'Call/Transaction Does Not Exist', 491: 'Request Pending' };

/**
 * What a customer does, step by step, written as a scenario for sipp. The scenarios of `sipp/` that a person wrote are
 * for the calls that stay with one page.
 */
export class CustomerScript {
  readonly #steps: string[] = [];
  readonly #name: string;
  #sequence = 0;
  #version = 0;
  /** Where requests go: the operator's Contact. sipp does not notice that a re-INVITE of the operator changes it. */
  #target = '[next_url]';

  constructor(name: string) {
    this.#name = name;
  }

  /** Writes the scenario beside the logs, and returns its path. */
  save(): string {
    mkdirSync(logs, { recursive: true });
    const file = `${logs}/${this.#name.replace(/\W+/g, '-')}.xml`;
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<scenario name="customer">`,
      ...this.#steps,
      '</scenario>',
    ];
    writeFileSync(file, lines.join('\n'));
    return file;
  }

  /** Calls the operator, and tells `answered`. */
  calls(...headers: readonly string[]): this {
    this.#send([
      'INVITE sip:[service]@interop.test SIP/2.0',
      ...[via, from, 'To: <sip:[service]@interop.test>', 'Call-ID: [call_id]', this.#next('INVITE'), contact],
      ...['Max-Forwards: 70', ...headers, ...this.#body('sendrecv')],
    ]);
    for (const status of [100, 180]) this.#add(`<recv response="${status}" optional="true" />`);
    this.#add('<recv response="200" rrs="true" />');
    this.#acknowledge();
    return this.tells('answered');
  }

  /** Reports an event to the test. */
  tells(event: string): this {
    return this.#add(`<sendCmd><![CDATA[\nCall-ID: [call_id]\nEvent: ${event}\n\n]]></sendCmd>`);
  }

  /** Waits for `goOn()` of the test. */
  waits(): this {
    return this.#add('<recvCmd />');
  }

  /** Sends a re-INVITE, which gets this status, and tells it. */
  reInvites(event: string, status = 200, direction: Direction = 'sendrecv'): this {
    this.#within('INVITE', this.#body(direction));
    this.#add('<recv response="100" optional="true" />');
    this.#add(`<recv response="${status}" />`);
    if (status < 300) this.#acknowledge();
    else this.#acknowledgeRefusal();
    return this.tells(event);
  }

  /** Refreshes the session by an UPDATE without an offer (RFC 4028, 7.4), and tells it. */
  updates(event: string): this {
    this.#within('UPDATE', ['Supported: timer', 'Session-Expires: 90;refresher=uac', 'Content-Length: 0']);
    return this.#add('<recv response="200" />').tells(event);
  }

  /** Hangs up. The BYE gets this status, or one of two. */
  hangsUp(status = 200): this {
    this.#within('BYE', ['Content-Length: 0']);
    return this.#add(`<recv response="${status}" />`).tells('hung up');
  }

  /** Accepts a re-INVITE of the operator, and tells `renewed`. `meanwhile`: what happens before. */
  accepts(direction: Direction = 'sendrecv', meanwhile?: (script: this) => void): this {
    this.#receiveInvite();
    meanwhile?.(this);
    this.#answerInvite(200, [contact, ...this.#body(direction, '[$events]')]);
    this.#target = '[$target]';
    return this.tells('renewed');
  }

  /** Refuses a re-INVITE of the operator. `meanwhile`: what happens before. */
  refuses(status: number, meanwhile?: (script: this) => void): this {
    this.#receiveInvite();
    meanwhile?.(this);
    return this.#answerInvite(status, ['Content-Length: 0']);
  }

  /** Stays until the operator hangs up. */
  hearsBye(): this {
    this.#add('<recv request="BYE" />');
    this.#send(['SIP/2.0 200 OK', ...repeated, contact, 'Content-Length: 0']);
    return this.tells('bye');
  }

  /** Keeps the headers of a re-INVITE for its answer, because other messages may come before that. */
  #receiveInvite(): void {
    const kept = ['Via', 'Via', 'From', 'To', 'CSeq'].map((header, at) => {
      const occurrence = header === 'Via' ? `occurrence="${at + 1}" ` : '';
      return `<ereg regexp=".*" search_in="hdr" header="${header}:" ${occurrence}assign_to="kept${at}" />`;
    });
    const events = `<ereg regexp="rtpmap:([0-9]+) telephone-event/8000" search_in="msg" assign_to="line,events" />`;
    const target = '<ereg regexp="sip:[^>]+" search_in="hdr" header="Contact:" assign_to="target" />';
    this.#add(`<recv request="INVITE" rrs="true"><action>${kept.join('')}${events}${target}</action></recv>`);
    // sipp refuses a scenario with a variable that nothing uses.
    this.#add('<Reference variables="line,events,target" />');
  }

  #answerInvite(status: number, rest: readonly string[]): this {
    this.#send([
      `SIP/2.0 ${status} ${reasons[status] ?? 'OK'}`,
      ...['Via: [$kept0]', 'Via: [$kept1]', 'From: [$kept2]', 'To: [$kept3]', 'Call-ID: [call_id]', 'CSeq: [$kept4]'],
      ...rest,
    ]);
    return this.#add('<recv request="ACK" />');
  }

  #within(method: string, rest: readonly string[]): void {
    const headers = [via, from, to, 'Call-ID: [call_id]', this.#next(method), contact, 'Max-Forwards: 70', '[routes]'];
    this.#send([`${method} ${this.#target} SIP/2.0`, ...headers, ...rest]);
  }

  #acknowledge(): void {
    const headers = [via, from, to, 'Call-ID: [call_id]', `CSeq: ${this.#sequence} ACK`, contact, 'Max-Forwards: 70'];
    this.#send([`ACK ${this.#target} SIP/2.0`, ...headers, '[routes]', 'Content-Length: 0']);
  }

  /** The ACK to a refusal belongs to the INVITE's transaction: it has the same Via. */
  #acknowledgeRefusal(): void {
    const headers = ['[last_Via:]', from, to, 'Call-ID: [call_id]', `CSeq: ${this.#sequence} ACK`, 'Max-Forwards: 70'];
    this.#send([`ACK ${this.#target} SIP/2.0`, ...headers, '[routes]', 'Content-Length: 0']);
  }

  #next(method: string): string {
    this.#sequence += 1;
    return `CSeq: ${this.#sequence} ${method}`;
  }

  /** `events`: the payload type of telephone-events. An answer repeats the offer's (RFC 3264, 6.1). */
  #body(direction: Direction, events = '101'): readonly string[] {
    this.#version += 1;
    const session = ['v=0', `o=customer 1 ${this.#version} IN IP4 127.0.0.1`, 's=-', 'c=IN IP4 127.0.0.1', 't=0 0'];
    const codecs = ['a=rtpmap:8 PCMA/8000', `a=rtpmap:${events} telephone-event/8000`, `a=fmtp:${events} 0-15`];
    const media = [`m=audio [rtp] RTP/AVP 8 ${events}`, ...codecs, `a=${direction}`];
    return ['Content-Type: application/sdp', 'Content-Length: [len]', '', ...session, ...media];
  }

  #send(lines: readonly string[]): void {
    const retransmitted = /^(INVITE|BYE|UPDATE)/.test(lines[0] ?? '') ? ' retrans="500"' : '';
    this.#add(`<send${retransmitted}><![CDATA[\n${lines.join('\n')}\n\n]]></send>`);
  }

  #add(step: string): this {
    this.#steps.push(step);
    return this;
  }
}
