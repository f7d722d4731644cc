import pino from 'pino';
import { until } from 'test-kit';
import { OperatorMedia } from '../projects/training-server/media/operator-media';
import { answerTo, writeSipMessage, type SipMessage } from './sip-message';

const frameLength = 160;
const frameMs = 20;

/** One scripted call to the softphone: sends a tone, and measures the energy of what comes back. */
export class PeerCall {
  readonly id = `call-${Math.random().toString(36).slice(2)}`;
  readonly responses: SipMessage[] = [];
  readonly requests: SipMessage[] = [];
  readonly digits: string[] = [];
  /** When the INVITE was sent and when the 200 came, in milliseconds. */
  invitedAt = 0;
  answeredAt = 0;
  ended = false;
  /** What the call sends to the softphone. */
  speaks: 'tone' | 'silence' | 'nothing' = 'tone';
  /** Refuses the softphone's re-INVITEs with 488. */
  refusing = false;
  readonly #branch = `z9hG4bK${this.id}`;
  readonly #media = new OperatorMedia(
    { digit: (digit) => this.digits.push(digit), pathChanged: () => undefined },
    pino({ level: 'silent' }),
    { iceAddress: '127.0.0.1' },
  );
  readonly #loop = setInterval(() => this.#tick(), frameMs);
  readonly #frame = new Int16Array(frameLength);
  #samples = 0;
  #loudest = 0;
  /** An offer that is held back until the softphone makes one of its own. */
  #crossing: string | null = null;
  #agreedTheirs = 0;
  #cseq = 1;
  readonly #target: string;
  readonly #send: (text: string) => void;

  constructor(target: string, send: (text: string) => void) {
    this.#target = target;
    this.#send = send;
  }

  get #accepted(): number {
    const acceptances = this.responses.filter(({ status, method }) => status === 200 && method === 'INVITE');
    return new Set(acceptances.map((response) => response.header('CSeq'))).size;
  }

  get status(): number {
    return this.responses.at(-1)?.status ?? 0;
  }

  async invite(options: { readonly telephoneEvents?: boolean; readonly from?: string } = {}): Promise<void> {
    let sdp = await this.#media.createOffer();
    if (options.telephoneEvents === false)
      sdp = sdp.replace(/a=(?:rtpmap|fmtp):101 .*\r\n/g, '').replace(/(m=audio .*) 101\b/, '$1');
    this.invitedAt = performance.now();
    this.#request('INVITE', this.#cseq, this.#branch, sdp, options.from);
  }

  /** The loudest frame since the last call, as a share of full scale. */
  heard(): number {
    const loudest = this.#loudest;
    this.#loudest = 0;
    return loudest;
  }

  cancel(): void {
    this.#request('CANCEL', this.#cseq, this.#branch);
  }

  /** Makes a new offer in the call. With `sendonly` a server says that it has put the operator on hold. */
  async reinvite(direction: 'sendonly' | 'sendrecv'): Promise<void> {
    const answers = this.#accepted;
    const sdp = (await this.#media.createOffer()).replace(/a=(?:sendrecv|sendonly)/, `a=${direction}`);
    this.#cseq += 1;
    this.#request('INVITE', this.#cseq, `z9hG4bK${this.id}${this.#cseq}`, sdp);
    await until(() => this.#accepted > answers);
  }

  /**
   * Glare: makes an offer at the same moment as the softphone; each refuses the other's with 491. Resolves when both
   * have tried again, the softphone first, and both were accepted.
   */
  async cross(): Promise<void> {
    const [theirs, ours] = [this.#agreedTheirs, this.#accepted];
    this.#crossing = await this.#media.createOffer();
    await until(() => this.#agreedTheirs > theirs);
    await this.reinvite('sendrecv');
    await until(() => this.#accepted > ours);
  }

  bye(): void {
    this.#request('BYE', (this.#cseq += 1), `z9hG4bK${this.id}bye`);
  }

  receive(message: SipMessage): void {
    if (message.status === null) return this.#receiveRequest(message);
    this.responses.push(message);
    if (message.method === 'BYE') return this.#finish();
    if (message.method !== 'INVITE' || message.status < 200) return;
    const cseq = parseInt(message.header('CSeq'), 10);
    const branch = cseq === 1 ? this.#branch : `z9hG4bK${this.id}${cseq}`;
    this.#request('ACK', cseq, message.status < 300 ? `${branch}ack` : branch);
    // A refused re-INVITE changes nothing.
    if (message.status >= 300) return cseq === 1 ? this.#finish() : undefined;
    if (this.answeredAt > 0) return;
    this.answeredAt = performance.now();
    void this.#media.acceptAnswer(message.body);
  }

  async answered(): Promise<void> {
    await until(() => this.answeredAt > 0);
  }

  close(): void {
    clearInterval(this.#loop);
    this.#media.close();
  }

  #receiveRequest(message: SipMessage): void {
    this.requests.push(message);
    if (message.method === 'ACK') return;
    if (message.method === 'INVITE') return void this.#reinvited(message);
    this.#send(answerTo(message, 200, 'OK'));
    if (message.method === 'BYE') this.#finish();
  }

  async #reinvited(message: SipMessage): Promise<void> {
    if (this.refusing) return this.#send(answerTo(message, 488, 'Not Acceptable Here'));
    if (this.#crossing !== null) {
      this.#cseq += 1;
      this.#request('INVITE', this.#cseq, `z9hG4bK${this.id}${this.#cseq}`, this.#crossing);
      this.#crossing = null;
      return this.#send(answerTo(message, 491, 'Request Pending'));
    }
    await this.#media.takeBackOffer();
    const sdp = await this.#media.answerOffer(message.body);
    this.#send(answerTo(message, 200, 'OK', ['Contact: <sip:peer@peer.local;transport=ws>'], sdp));
    this.#agreedTheirs += 1;
  }

  #finish(): void {
    this.ended = true;
    this.close();
  }

  #tick(): void {
    for (let i = 0; i < frameLength; i += 1) {
      this.#frame[i] = this.speaks === 'tone' ? 8000 * Math.sin((2 * Math.PI * 440 * this.#samples) / 8000) : 0;
      this.#samples += 1;
    }
    if (this.speaks !== 'nothing') this.#media.send(this.#frame);
    this.#media.read(this.#frame);
    const energy = this.#frame.reduce((sum, sample) => sum + (sample / 32768) ** 2, 0);
    this.#loudest = Math.max(this.#loudest, Math.sqrt(energy / frameLength));
  }

  #request(
    method: string,
    cseq: number,
    branch: string,
    body = '',
    from = '"DM_MFO_1" <sip:0661234501@peer.local>',
  ): void {
    const toTag =
      method === 'CANCEL'
        ? ''
        : /tag=([^;]+)/.exec(
            this.responses.findLast((response) => response.method === 'INVITE')?.header('To') ?? '',
          )?.[1];
    this.#send(
      writeSipMessage(
        `${method} ${this.#target} SIP/2.0`,
        [
          `Via: SIP/2.0/WS peer.local;branch=${branch}`,
          'Max-Forwards: 70',
          `From: ${from};tag=${this.id}`,
          `To: <${this.#target}>${toTag ? `;tag=${toTag}` : ''}`,
          `Call-ID: ${this.id}`,
          `CSeq: ${cseq} ${method}`,
          'Contact: <sip:peer@peer.local;transport=ws>',
        ],
        body,
      ),
    );
  }
}
