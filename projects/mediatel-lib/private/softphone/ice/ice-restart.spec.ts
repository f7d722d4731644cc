import { callConfirmed, type JsSipSession } from '../jssip/jssip-module';
import { IceRestart, absences, longestOfferWait } from './ice-restart';

/** What the adapter gives to JsSIP for the answer. */
interface Answers {
  onSuccessResponse(response: { readonly status_code: number; readonly body: string }): void;
  onErrorResponse(response: { readonly status_code: number; getHeader(name: string): string | undefined }): void;
  onRequestTimeout(): void;
}

/** A session in whose dialog every re-INVITE gets the present answer. */
class AnsweredSession {
  readonly status = callConfirmed;
  readonly contact = '<sip:me@here.invalid>';
  answer = 0;
  headers: Readonly<Record<string, string>> = {};
  readonly connection = Object.assign(new EventTarget(), {
    signalingState: 'stable',
    localDescription: { sdp: '' },
    createOffer: () => Promise.resolve({ type: 'offer', sdp: '' }),
    setLocalDescription: ({ type }: { readonly type: string }): Promise<void> => {
      this.connection.signalingState = type === 'offer' ? 'have-local-offer' : 'stable';
      return Promise.resolve();
    },
    setRemoteDescription: (): Promise<void> => {
      this.connection.signalingState = 'stable';
      return Promise.resolve();
    },
  });

  on(): void {
    return;
  }
  isEnded(): boolean {
    return false;
  }
  isReadyToReOffer(): boolean {
    return true;
  }
  sendRequest(_: string, options?: { readonly eventHandlers: Answers }): void {
    if (!options) return;
    const { onSuccessResponse, onErrorResponse, onRequestTimeout } = options.eventHandlers;
    if (this.answer === 0) onRequestTimeout();
    else if (this.answer < 300) onSuccessResponse({ status_code: this.answer, body: '' });
    else onErrorResponse({ status_code: this.answer, getHeader: (name) => this.headers[name] });
  }
}

/** The offers of a page in a call; `hasSound`: whether the call has had its sound there. */
function offers(hasSound: boolean): (answer: number) => Promise<string> {
  const session = new AnsweredSession();
  const ice = new IceRestart(session as unknown as JsSipSession, 1, hasSound, () => hasSound);
  return (answer) => {
    session.answer = answer;
    return ice.restart();
  };
}

it.each([
  ['7', 7000],
  ['5;duration=60', 5000],
  ['86400', longestOfferWait],
  ['Mon, 30 Nov 2026 10:00:00 GMT', 0],
])('the next offer waits as the server asks, until it answers again: Retry-After: %s', async (time, wait) => {
  const session = new AnsweredSession();
  const ice = new IceRestart(session as unknown as JsSipSession, 1, false);
  for (const status of [503, 500, 480, 403]) {
    Object.assign(session, { answer: status, headers: { 'Retry-After': time } });
    await ice.restart();
    expect(ice.wait).toBe(wait);
    Object.assign(session, { answer: 0 });
    await ice.restart();
    expect(ice.wait).toBe(0);
  }
});

describe('the offer of a page that comes back to a call', () => {
  it.each([404, 410, 416, 481, 482, 484, 485, 604])('finds the call gone by %i', async (status) => {
    expect(await offers(false)(status)).toBe('gone');
  });

  it.each([300, 302, 400, 401, 403, 405, 406, 407, 412, 413, 415, 420, 421, 429, 483, 486, 487, 488, 489, 493, 494])(
    'is refused, and made again, by %i',
    async (status) => {
      expect(await offers(false)(status)).toBe('refused');
    },
  );

  it.each([501, 502, 503, 504, 505, 513, 580, 600, 603, 606])('is refused, and made again, by %i', async (status) => {
    expect(await offers(false)(status)).toBe('refused');
  });

  it('finds the call gone also after an agreement that brought no sound', async () => {
    const offer = offers(false);
    expect(await offer(200)).toBe('agreed');
    expect(await offer(404)).toBe('gone');
  });

  it('is made again after glare, and after no answer', async () => {
    const offer = offers(false);
    expect([await offer(491), await offer(500), await offer(0), await offer(408)]).toEqual([
      ...['crossed', 'crossed', 'unsent', 'unsent'],
    ]);
  });

  it('finds the call gone if the other side is not there for a minute', async () => {
    const offer = offers(false);
    for (let tried = 1; tried < absences; tried += 1) expect(await offer(502)).toBe('refused');
    expect(await offer(480)).toBe('gone');
  });

  it('waits as long again for a side that was there in between', async () => {
    const offer = offers(false);
    for (let tried = 1; tried < absences; tried += 1) expect(await offer(480)).toBe('refused');
    expect(await offer(488)).toBe('refused');
    for (let tried = 1; tried < absences; tried += 1) expect(await offer(502)).toBe('refused');
    expect(await offer(480)).toBe('gone');
  });
});

describe('the offer in a call whose sound this page has had', () => {
  it('finds it gone by a 481 only: the sound says that it lives', async () => {
    const offer = offers(true);
    for (const status of [404, 410, 416, 482, 484, 485, 502, 604]) expect(await offer(status)).toBe('refused');
    for (let tried = 0; tried <= absences; tried += 1) expect(await offer(480)).toBe('refused');
    expect(await offer(481)).toBe('gone');
  });
});
