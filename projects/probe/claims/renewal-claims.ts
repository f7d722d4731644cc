import type { CallSeen, HeardSeen, Observations, RenewalSeen } from '../observe/observations';
import { type Claim, type Finding, differs, held, judged, notSeen } from './claim';
import { stepOf } from './state-claims';

/** Two sockets have no common order: so much earlier than the answer the old page's last packet may come (ms). */
const orderMs = 500;

const pages = { reload: 'the page that was loaded again', move: 'the page that took the call over' } as const;

/** A check of a call that was taken to another page. */
const ofRenewals =
  (check: (renewals: readonly [RenewalSeen, ...RenewalSeen[]], call: CallSeen, seen: Observations) => Finding) =>
  (seen: Observations): Finding => {
    if (!seen.call) return notSeen('no call was asked for');
    const [first, ...others] = seen.call.renewals;
    if (!first) return notSeen(seen.call.heard ? 'the call was over before' : 'no renewal was asked for (--renewal)');
    const closedAtMs = stepOf(seen, 'closeCall')?.sentAtMs ?? Infinity;
    if (seen.call.byeAtMs !== null && seen.call.byeAtMs < closedAtMs)
      return notSeen('the call was ended from elsewhere meanwhile');
    return check([first, ...others], seen.call, seen);
  };

const isAccepted = ({ status }: RenewalSeen): boolean => status === 200;

/** What is wrong with a renewed path; `null`: nothing that can be told. */
export function renewalFault({ tries, path, hasDtls, heard }: RenewalSeen, before: HeardSeen | null): string | null {
  // Where the first page heard nothing either, the site's sound is not understood here, and a later page proves nothing.
  if (before?.packets === 0) return null;
  if (path !== 'connected') {
    const what = hasDtls ? 'ICE' : 'DTLS or ICE';
    return `${what} does not come up (${path ?? 'not in time'}${tries > 1 ? `, ${tries} pages tried` : ''})`;
  }
  if (!heard || heard.packets === 0) return 'it comes up, but nothing comes in';
  const wasHeard = (before?.heardBy.length ?? 0) > 0;
  return wasHeard && heard.heardBy.length === 0
    ? 'it comes up, but the page is not heard any more (neither an echo nor receiver reports)'
    : null;
}

/** Claims about a page that takes a call over from another. All need `--call` and `--renewal`. */
export const renewalClaims: readonly Claim[] = [
  {
    id: 'renewal.accepted',
    sentence: 'A re-INVITE with another certificate is accepted',
    section: 9,
    mark: 'ours',
    check: ofRenewals((renewals) =>
      judged(
        renewals.flatMap((renewal) => {
          if (isAccepted(renewal)) return [];
          const answer = renewal.status === null ? 'no answer' : `${renewal.status}`;
          return [`${answer} to ${pages[renewal.how]}${renewal.isRegistered ? '' : ', which could not register'}`];
        }),
        renewals
          .map(({ how, isChallenged, answeredAfterMs, isOtherFingerprint, isOtherIce }) =>
            [
              `${how}: 200 ${isChallenged ? 'after a challenge, ' : ''}after ${answeredAfterMs ?? 0} ms`,
              `with ${isOtherFingerprint ? 'another' : 'the same'} fingerprint`,
              `and ${isOtherIce ? 'other' : 'the same'} ICE credentials`,
            ].join(' '),
          )
          .join('; '),
      ),
    ),
  },
  {
    id: 'renewal.heard',
    sentence: 'The audio path is renewed: sound comes in, and the new page is heard',
    section: 9,
    mark: 'ours',
    check: ofRenewals((renewals, call) => {
      const accepted = renewals.filter(isAccepted);
      if (accepted.length === 0) return notSeen('no re-INVITE was accepted');
      if (call.heard?.packets === 0) return notSeen('the first page received no sound either');
      const faults = accepted.flatMap((renewal) => {
        const fault = renewalFault(renewal, call.heard);
        return fault === null ? [] : [`${renewal.how}: ${fault}`];
      });
      if (faults.length > 0) return differs(faults.join('; '));
      const dumb = accepted.filter(({ heard }) => heard?.heardBy.length === 0);
      if (dumb.length > 0)
        return notSeen('sound comes in; whether the page is heard only an echo or receiver reports would show');
      return held(
        accepted
          .map(({ how, tries, firstPacketAfterMs, heard }) => {
            const sound = `${tries > 1 ? `for page ${tries} ` : ''}${heard?.isSound ? 'sound' : 'silence'}`;
            return `${how}: ${sound} comes in after ${firstPacketAfterMs} ms, heard by ${heard?.heardBy.join(' and ')}`;
          })
          .join('; '),
      );
    }),
  },
  {
    id: 'renewal.old-path',
    sentence: 'The old audio path goes on until the server has answered the new page',
    section: 9,
    mark: 'ours',
    check: ofRenewals((renewals) => {
      const move = renewals.find(({ how }) => how === 'move');
      if (!move) return notSeen('the call did not come back to a page that was loaded again');
      const { tries, answeredAfterMs, oldSoundMs, gapMs: gap } = move;
      if (tries > 1) return notSeen('the path came up for a further page only, after the old one was closed');
      if (!isAccepted(move) || answeredAfterMs === null) return notSeen('the re-INVITE was not accepted');
      const lackMs = answeredAfterMs - (oldSoundMs ?? 0);
      if (lackMs > orderMs) return differs(`it ends ${lackMs} ms before`);
      return held(gap === null ? '' : `${gap} ms from its last packet to the first of the new one`);
    }),
  },
  {
    id: 'renewal.requests',
    sentence: 'The server’s requests reach the new page: its BYE, and refreshes',
    section: 9,
    mark: 'ours',
    check: ofRenewals(([{ atMs }], call, seen) => {
      if (!stepOf(seen, 'closeCall')) return notSeen('the call was not closed');
      if (call.byeAtMs === null) return differs('no BYE came to it');
      const refreshes = call.refreshes.filter((refresh) => refresh.atMs > atMs).length;
      return held(refreshes > 0 ? `BYE, and ${refreshes} refreshes` : 'BYE');
    }),
  },
];

interface Judged extends Finding {
  readonly claim: Pick<Claim, 'id'>;
}

/** What the integrator sets; `null`: no renewal was asked for. */
export function resumeAdvice(rows: readonly Judged[], { call }: Pick<Observations, 'call'>): string | null {
  if (!call?.heard) return null;
  const finding = (id: string): Finding =>
    rows.find(({ claim }) => claim.id === id) ?? notSeen('it is not among the claims');
  const needed = ['renewal.accepted', 'renewal.heard', 'renewal.requests'].map(finding);
  const fault = needed.find(({ verdict }) => verdict === 'differs');
  if (fault) return `Set \`resumeCalls: false\`: a call does not outlive its page here (${fault.detail}).`;
  const open = needed.find(({ verdict }) => verdict === 'not seen');
  if (open) return `Whether \`resumeCalls\` can stay on was not seen: ${open.detail}.`;
  const move = finding('renewal.old-path');
  const hole =
    move.verdict === 'held' ? '' : `; a call that is moved to another tab has a hole (old path: ${move.detail})`;
  return `\`resumeCalls\` can stay on: a call outlives its page here${hole}.`;
}
