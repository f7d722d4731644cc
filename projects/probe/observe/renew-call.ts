import { setTimeout as after } from 'node:timers/promises';
import type { HeardSeen, RenewalSeen } from './observations';
import type { Phone } from './phone';
import type { PhoneCall, ReinviteAnswer } from './phone-call';
import { sdpSecrets } from './sdp';

/** What a renewal needs. */
export interface RenewalSetting {
  readonly now: () => number;
  /** How long each step may take (ms). */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

/** What is seen of one page that takes the call. */
type OneRenewal = Omit<RenewalSeen, 'tries'>;

/** After glare each side waits a while (RFC 3261, 14.1): how long, and how often the probe tries again. */
const [glareMs, glareTries] = [1000, 2];

/** The call is heard, in both directions if the far end lets the probe see it; what its present page hears. */
export async function heardNow(call: PhoneCall, setting: RenewalSetting): Promise<HeardSeen> {
  await call.audio.hearing.bothWays(limitOf(setting));
  return call.audio.hearing.seen;
}

/**
 * Takes the call to another page, as the library does. `reload`: the old page is gone before the new one begins. `move`:
 * the old page closes its SIP connection, but its sound goes on until the new page has sound.
 *
 * ```
 *  leave ──▶ comeBack ──▶ re-INVITE ──200──▶ path ──▶ heard ──▶ moved
 *               │             └─ refused, no answer ─┐   └─ not up ──▶ moved, without sound
 *               └─ not registered: tried all the same └──▶ not moved
 * ```
 * Never ends the call, and never rejects. Calls `note` with all that is known at each step.
 */
export async function renewCall(
  call: PhoneCall,
  phone: Phone,
  how: RenewalSeen['how'],
  setting: RenewalSetting,
  note: (seen: OneRenewal) => void,
): Promise<Phone> {
  const { now } = setting;
  const { session } = call;
  if (!session) return phone;
  const [old, begin, before] = [call.audio, now(), sdpSecrets(call.audio.remoteSdp)];
  let seen = nothingOf(how, begin);
  const tell = (more: Partial<OneRenewal>): void => note((seen = { ...seen, ...more }));
  tell({});
  const challenges = call.challenges;
  const audio = call.beginMove();
  const page = phone.leave(call, session);
  if (how === 'reload') old.close();
  // The offer is made while the page registers.
  const [isRegistered, offer] = await Promise.all([page.comeBack(), audio.offer()]);
  tell({ isRegistered });
  const answer = await agreed(call, offer, page.contact, setting);
  tell({ isChallenged: call.challenges > challenges });
  if (answer) tell({ status: answer.status, answeredAfterMs: now() - begin });
  if (answer?.status !== 200) {
    // A page that is gone does not come back.
    call.endMove(how === 'reload');
    return page;
  }
  const after = sdpSecrets(answer.sdp);
  tell({ isOtherFingerprint: after.fingerprint !== before.fingerprint, isOtherIce: after.ice !== before.ice });
  try {
    await audio.accept(answer.sdp);
    tell({ path: await audio.path(limitOf(setting)), hasDtls: audio.hasDtls });
  } catch {
    tell({ path: 'failed' });
  }
  if (seen.path === 'connected') await audio.hearing.bothWays(limitOf(setting));
  const { firstAtMs } = audio.hearing;
  const { lastAtMs } = old.hearing;
  tell({
    heard: audio.hearing.seen,
    firstPacketAfterMs: firstAtMs === null ? null : firstAtMs - begin,
    oldSoundMs: lastAtMs === null || lastAtMs < begin ? null : lastAtMs - begin,
    gapMs: firstAtMs === null || lastAtMs === null ? null : Math.max(0, firstAtMs - lastAtMs),
  });
  call.endMove(true);
  return page;
}

/** The answer to the offer, after glare too; `null`: none in time. */
async function agreed(
  call: PhoneCall,
  offer: string,
  contact: string,
  setting: RenewalSetting,
): Promise<ReinviteAnswer | null> {
  for (let left = glareTries; ; left--) {
    const answer = await call.reinvite(offer, contact, limitOf(setting));
    if (answer?.status !== 491 || left === 0 || setting.signal.aborted) return answer;
    await after(glareMs, undefined, { signal: setting.signal }).catch(() => undefined);
  }
}

const limitOf = ({ signal, patienceMs }: RenewalSetting): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);

const nothingOf = (how: RenewalSeen['how'], atMs: number): OneRenewal => ({
  how,
  atMs,
  isRegistered: false,
  status: null,
  isChallenged: false,
  answeredAfterMs: null,
  isOtherFingerprint: false,
  isOtherIce: false,
  path: null,
  hasDtls: false,
  firstPacketAfterMs: null,
  oldSoundMs: null,
  gapMs: null,
  heard: null,
});
