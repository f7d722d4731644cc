/**
 * Milliseconds from the arrival of each INVITE in the page to the sending of its 200, taken from the page's own
 * WebSockets.
 */
export const answerTimes: number[] = [];

const invited = new Map<string, number>();
const callId = (message: string): string => /^Call-ID:\s*(\S+)/im.exec(message)?.[1] ?? '';

window.WebSocket = class extends WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    this.addEventListener('message', ({ data }) => {
      const message = String(data);
      if (message.startsWith('INVITE ')) invited.set(callId(message), performance.now());
    });
  }

  override send(data: string | BufferSource | Blob): void {
    super.send(data);
    const message = String(data);
    const since = invited.get(callId(message));
    if (since === undefined || !message.startsWith('SIP/2.0 200') || !/^CSeq: \d+ INVITE/m.test(message)) return;
    invited.delete(callId(message));
    answerTimes.push(performance.now() - since);
  }
};
