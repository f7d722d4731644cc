import { once } from 'node:events';
import { getBody, type IncomingInviteRequest, type IncomingResponse } from 'sip.js/lib/core/index.js';
import type { FakeTab } from '../sip/fake-tab';
import { loud, sipTelephonyUnderTest } from './sip-telephony.fixture';

const ufragOf = (sdp: string) => /^a=ice-ufrag:(\S+)/m.exec(sdp)?.[1];

describe('a call’s dialog', () => {
  const underTest = sipTelephonyUnderTest();
  const { start, answering, joined } = underTest;

  describe('within the dialog', () => {
    it('answers UPDATE, with an answer to its offer if it has one', async () => {
      await start();
      const { tab } = await joined(await answering());
      expect((await tab.inDialog('UPDATE')).statusCode).toBe(200);
      const answered = await tab.inDialog('UPDATE', await tab.audio.offer({ direction: 'sendonly' }));
      expect([answered.statusCode, answered.body]).toEqual([200, expect.stringContaining('a=recvonly')]);
      expect((await tab.inDialog('UPDATE', 'v=0')).statusCode).toBe(488);
    });

    it.each([
      ['OPTIONS', 200],
      ['MESSAGE', 200],
      ['REFER', 405],
      ['FROBNICATE', 405],
    ])('answers %s with %d and goes on', async (method, statusCode) => {
      await start();
      const { tab } = await joined(await answering());
      expect((await tab.inDialog(method)).statusCode).toBe(statusCode);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('answers an UPDATE that crosses a re-INVITE with 491', async () => {
      await start();
      const { tab } = await joined(await answering());
      const offer = await tab.audio.offer();
      const invited = new Promise<number | undefined>((resolve) =>
        tab.session?.invite(
          {
            onAccept: ({ message, ack }) => {
              ack();
              resolve(message.statusCode);
            },
          },
          {
            extraHeaders: [`Contact: <${tab.contact}>`],
            body: { contentDisposition: 'session', contentType: 'application/sdp', content: offer },
          },
        ),
      );
      const updated = tab.inDialog('UPDATE', offer);
      expect([(await updated).statusCode, await invited]).toEqual([491, 200]);
    });
  });

  describe('a re-INVITE', () => {
    const reinvite = (tab: FakeTab, sdp?: string) =>
      new Promise<{ status: number; sdp: string }>((resolve) => {
        const settle = ({ message }: IncomingResponse) =>
          resolve({ status: message.statusCode ?? 0, sdp: getBody(message)?.content ?? '' });
        const body =
          sdp === undefined
            ? undefined
            : { contentDisposition: 'session', contentType: 'application/sdp', content: sdp };
        tab.session?.invite(
          {
            onAccept: (response) => {
              response.ack(
                sdp === undefined
                  ? { body: { contentDisposition: 'session', contentType: 'application/sdp', content: '' } }
                  : {},
              );
              settle(response);
            },
            onReject: settle,
          },
          { extraHeaders: [`Contact: <${tab.contact}>`], ...(body ? { body } : {}) },
        );
      });

    it('restarts ICE, with new credentials on our side too', async () => {
      await start();
      const tab = await answering();
      const invited = once(tab, 'invite') as Promise<[IncomingInviteRequest]>;
      await joined(tab);
      const [invite] = await invited;
      const answered = await reinvite(tab, await tab.audio.offer({ iceRestart: true }));
      expect(answered.status).toBe(200);
      // RFC 8445 §9. A browser test shows that audio flows afterwards: werift does not restart as the offerer.
      expect(ufragOf(answered.sdp)).not.toBe(ufragOf(invite.message.body));
    });

    it('holds: the server stops sending until the call is taken back', async () => {
      await start();
      const { tab } = await joined(await answering());
      const held = await reinvite(tab, await tab.audio.offer({ direction: 'sendonly' }));
      expect(held.sdp).toContain('a=recvonly');
      await tab.audio.accept(held.sdp);
      const back = await reinvite(tab, await tab.audio.offer({ direction: 'sendrecv' }));
      expect(back.sdp).toContain('a=sendrecv');
      await tab.audio.accept(back.sdp);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('an invalid offer is refused, and the call goes on', async () => {
      await start();
      const { tab } = await joined(await answering());
      expect((await reinvite(tab, 'v=0\r\nnonsense')).status).toBe(488);
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });
  });

  describe('a session refresh', () => {
    type Reinvite = IncomingInviteRequest;

    /** The server's next re-INVITE, and the tab's answer to it. */
    const refreshed = (tab: FakeTab): Promise<Reinvite> =>
      new Promise((resolve) => {
        const { session } = tab;
        if (session) session.delegate = { ...session.delegate, onInvite: resolve };
      });

    async function agree(tab: FakeTab, request: Reinvite): Promise<void> {
      const content = await tab.audio.reanswer(getBody(request.message)?.content ?? '');
      const body = { contentDisposition: 'session', contentType: 'application/sdp', content };
      const acknowledged = once(tab, 'confirmed');
      request.accept({ statusCode: 200, body, extraHeaders: [`Contact: <${tab.contact}>`] });
      await acknowledged;
    }

    it('a refresh is repeated, and the call goes on', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      for (let round = 0; round < 3; round += 1) {
        const request = await refreshed(tab);
        expect(request.message.getHeader('Session-Expires')).toBe('90;refresher=uac');
        await agree(tab, request);
      }
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('that crossed the tab’s own offer comes back after 2.1 to 4 s', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      (await refreshed(tab)).reject({ statusCode: 491 });
      const crossedAt = performance.now();
      await agree(tab, await refreshed(tab));
      const waited = performance.now() - crossedAt;
      expect(waited).toBeGreaterThan(2000);
      expect(waited).toBeLessThan(5000);
    }, 15_000);

    it('during a refresh the tab’s own offer must wait', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      const request = await refreshed(tab);
      expect((await tab.inDialog('UPDATE', getBody(request.message)?.content)).statusCode).toBe(491);
      await agree(tab, request);
    });

    it('that is refused changes nothing', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab } = await joined(await answering());
      (await refreshed(tab)).reject({ statusCode: 488 });
      await agree(tab, await refreshed(tab));
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
    });

    it('a refresh of a call that the tab does not know ends the call', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab, until } = await joined(await answering());
      (await refreshed(tab)).reject({ statusCode: 481 });
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('a refresh waits for a tab that lost its WebSocket, and is sent again if its response was lost', async () => {
      await start({ sessionRefreshMs: 150 });
      const { tab, until } = await joined(await answering());
      await refreshed(tab);
      await tab.disconnect();
      await tab.connect();
      const again = refreshed(tab);
      await tab.register();
      await agree(tab, await again);
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    }, 15_000);
  });

  describe('a WebSocket that breaks in a call', () => {
    it('a refresh whose ACK was lost allows the next offer', async () => {
      await start();
      const { tab, until } = await joined(await answering());
      const body = async () => ({
        contentDisposition: 'session',
        contentType: 'application/sdp',
        content: await tab.audio.offer({ iceRestart: true }),
      });
      const offered = async (lost: boolean): Promise<number> => {
        const options = { extraHeaders: [`Contact: <${tab.contact}>`], body: await body() };
        return new Promise((resolve) =>
          tab.session?.invite(
            {
              onAccept: ({ message, ack }) => {
                if (lost) tab.mute();
                ack();
                resolve(message.statusCode ?? 0);
              },
              onReject: ({ message }) => resolve(message.statusCode ?? 0),
            },
            options,
          ),
        );
      };
      expect(await offered(true)).toBe(200);
      await tab.disconnect();
      await tab.connect();
      await tab.register();
      expect(await offered(false)).toBe(200);
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('leaves the call, and the BYE over the next one finds it', async () => {
      await start();
      const { tab, until } = await joined(await answering());
      await tab.disconnect();
      await tab.connect();
      tab.audio.toneHz = 440;
      await tab.audio.untilHeard(loud);
      tab.session?.bye();
      expect(await until('ended')).toEqual({ type: 'ended', by: 'operator' });
    });

    it('keeps the server’s BYE for the tab’s return', async () => {
      await start();
      const { tab, handle, until } = await joined(await answering());
      const unregistered = new Promise<void>((resolve) => {
        underTest.telephony.onRegistration((extension, registered) => {
          if (extension === '1001' && !registered) resolve();
        });
      });
      await tab.disconnect();
      await unregistered;
      expect(underTest.telephony.isRegistered('1001')).toBe(false);
      handle.end();
      await until('ended');
      const bye = once(tab, 'bye');
      await tab.connect();
      await tab.register();
      await bye;
    });
  });
});
