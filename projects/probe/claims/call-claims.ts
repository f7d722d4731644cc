import { isByeFirst, stateAtMs } from '../observe/call-order';
import type { Observations, SnapshotSeen } from '../observe/observations';
import { fieldsOf } from '../observe/raw-snapshot';
import { type Claim, type Finding, differs, held, judged, notSeen } from './claim';
import { answered, stepOf } from './state-claims';

/** How long after an INVITE its snapshot may come (ms): the library then no longer answers automatically. */
const expectedWithinMs = 800;
/** SIP's BYE follows its snapshot within this time (ms). */
const byeMs = 2000;

/** A check of the call that was asked for. */
const ofCall =
  (check: (call: NonNullable<Observations['call']>, seen: Observations) => Finding) =>
  (seen: Observations): Finding =>
    seen.call === null || !stepOf(seen, 'makeCall') ? notSeen('no call was asked for') : check(seen.call, seen);

/** The snapshots from the request to dial on. */
function ofTheCall(seen: Observations): readonly SnapshotSeen[] {
  const begin = stepOf(seen, 'makeCall')?.sentAtMs ?? Infinity;
  return seen.snapshots.filter(({ atMs, after }) => atMs >= begin && after !== 'login');
}

const stateOf = (snapshot: SnapshotSeen): unknown => fieldsOf(snapshot)['state'];
const traceOf = (snapshot: SnapshotSeen): string => String(fieldsOf(snapshot)['callTraceID'] ?? '-1');

/** The documented way of a call that is answered. */
const way = ['STATE_MAKECALL_REQUEST', 'STATE_CALL_DELIVERED', 'STATE_CALL_ACTIVE', 'STATE_CLERICAL'] as const;

/** Claims about one outgoing call. All need `--call`. */
export const callClaims: readonly Claim[] = [
  {
    id: 'call.states',
    sentence: 'A call goes through MAKECALL_REQUEST, CALL_DELIVERED, CALL_ACTIVE, CLERICAL, in this order',
    section: 4,
    mark: 'doc',
    check: ofCall((_call, seen) => {
      const states = ofTheCall(seen).map(stateOf);
      const at = way.map((state) => states.indexOf(state));
      const missing = way.filter((_state, index) => at[index] === -1);
      if (missing.length > 0) return differs(`no ${missing.join(', ')}`);
      return at.every((place, index) => index === 0 || place > (at[index - 1] ?? 0))
        ? held()
        : differs('another order');
    }),
  },
  {
    id: 'call.invite',
    sentence: 'The operator’s extension is rung before the customer talks',
    section: 4,
    mark: 'doc',
    check: ofCall(({ invite }, seen) => {
      if (!invite) return differs('no INVITE came');
      const active = stateAtMs(seen, 'STATE_CALL_ACTIVE');
      return active === null || invite.atMs <= active ? held() : differs('the INVITE comes after STATE_CALL_ACTIVE');
    }),
  },
  {
    id: 'call.invite-expected',
    sentence: 'A snapshot that expects a call comes no later than 0.8 s after the INVITE, or before it',
    section: 8,
    mark: 'ours',
    check: ofCall(({ invite }, seen) => {
      if (!invite) return notSeen('no INVITE came');
      const [requested, delivered] = [
        stateAtMs(seen, 'STATE_MAKECALL_REQUEST'),
        stateAtMs(seen, 'STATE_CALL_DELIVERED'),
      ];
      const expects = Math.min(requested ?? Infinity, delivered ?? Infinity);
      if (expects - invite.atMs > expectedWithinMs) return differs('the INVITE comes earlier');
      return held(
        delivered !== null && delivered <= invite.atMs ? 'INVITE at STATE_CALL_DELIVERED' : 'INVITE at the request',
      );
    }),
  },
  {
    id: 'call.trace-id',
    sentence: 'callTraceID is known when the customer talks, and stays until the call is over',
    section: 3,
    mark: 'doc',
    check: ofCall((_call, seen) => {
      const talking = ofTheCall(seen).filter((snapshot) =>
        /^STATE_(CALL_ACTIVE|HOLD|CLERICAL)$/.test(String(stateOf(snapshot))),
      );
      if (talking.length === 0) return notSeen('nobody talked');
      const ids = new Set(talking.map(traceOf));
      if (ids.has('-1') || ids.has('')) return differs('it is missing');
      return ids.size === 1 ? held() : differs('it changes');
    }),
  },
  {
    id: 'call.codes',
    sentence: 'In a call and in clerical, call codes are listed',
    section: 3,
    mark: 'seen',
    check: ofCall((_call, seen) => {
      const coded = ofTheCall(seen).filter((snapshot) =>
        /^STATE_(CALL_ACTIVE|CLERICAL)$/.test(String(stateOf(snapshot))),
      );
      if (coded.length === 0) return notSeen('nobody talked');
      return judged(
        coded.flatMap((snapshot) => {
          const fields = fieldsOf(snapshot);
          const codes = fields['availableCallCodes'] ?? fields['awaliableCallCodes'];
          return Array.isArray(codes) && codes.length > 0 ? [] : [`none in ${String(stateOf(snapshot))}`];
        }),
      );
    }),
  },
  {
    id: 'call.hold',
    sentence: 'holdCall leads to STATE_HOLD',
    section: 4,
    mark: 'doc',
    check: ofCall((_call, seen) => answered(seen, 'holdCall')),
  },
  {
    id: 'call.retrieve',
    sentence: 'retrieveCall leads back to STATE_CALL_ACTIVE',
    section: 4,
    mark: 'doc',
    check: ofCall((_call, seen) => answered(seen, 'retrieveCall')),
  },
  {
    id: 'call.mute',
    sentence: 'muteCall toggles, and mute shows it',
    section: 9,
    mark: 'ours',
    check: ofCall((_call, seen) => {
      const on = answered(seen, 'mute');
      return on.verdict === 'held' ? answered(seen, 'unmute') : on;
    }),
  },
  {
    id: 'call.clerical-first',
    sentence: 'After closeCall the snapshot of STATE_CLERICAL precedes the server’s BYE',
    section: 4,
    mark: 'doc',
    check: ofCall(({ byeAtMs }, seen) => {
      const clerical = stateAtMs(seen, 'STATE_CLERICAL');
      if (!stepOf(seen, 'closeCall') || clerical === null) return notSeen('no STATE_CLERICAL');
      if (byeAtMs === null) return notSeen('no BYE');
      return isByeFirst(byeAtMs, clerical) ? differs('the BYE comes first') : held();
    }),
  },
  {
    id: 'call.bye',
    sentence: 'SIP’s BYE follows within 2 s of the STATE_CLERICAL of a closeCall',
    section: 9,
    mark: 'ours',
    check: ofCall(({ byeAtMs, renewals }, seen) => {
      const clerical = stateAtMs(seen, 'STATE_CLERICAL');
      if (!stepOf(seen, 'closeCall') || clerical === null) return notSeen('no STATE_CLERICAL');
      if (byeAtMs === null && renewals.length > 0) return notSeen('the call was at another page: renewal.requests');
      if (byeAtMs === null) return differs('no BYE came');
      return byeAtMs - clerical <= byeMs ? held() : differs(`after ${byeAtMs - clerical} ms`);
    }),
  },
  {
    id: 'call.code-set',
    sentence: 'resolutionSet ends after-call work',
    section: 4,
    mark: 'doc',
    check: ofCall((_call, seen) => answered(seen, 'resolutionSet')),
  },
  {
    id: 'call.clerical-limit',
    sentence: 'After-call work ends by its time-out',
    section: 4,
    mark: 'doc',
    check: ofCall(({ clericalMs }, seen) => {
      if (clericalMs !== null) return held(`after ${Math.round(clericalMs / 1000)} s`);
      if (stepOf(seen, 'resolutionSet')) return notSeen('a call code was set');
      return notSeen('it did not end while the probe waited');
    }),
  },
  {
    id: 'recording.plays',
    sentence: 'The recording of the call is audio at /records/mediatel-record?calltraceID=ID',
    section: 6,
    mark: 'doc',
    check: ofCall((_call, { recording }) => {
      if (!recording) return notSeen('the call has no id');
      if (recording.status === 404) return notSeen('404: there is none (yet)');
      const isAudio = /^audio\//.test(recording.type ?? '');
      return recording.status === 200 && isAudio ? held() : differs(`${recording.status}, ${kindOf(recording.type)}`);
    }),
  },
  {
    id: 'recording.downloads',
    sentence: 'With &download=1 it is a WAV file',
    section: 6,
    mark: 'doc',
    check: ofCall((_call, { recording }) => {
      if (!recording) return notSeen('the call has no id');
      if (recording.downloadStatus === 404) return notSeen('404: there is none (yet)');
      if (recording.downloadStatus !== 200) return differs(`${recording.downloadStatus}`);
      return recording.startsWith === 'RIFF' ? held() : differs(`it is ${recording.startsWith}`);
    }),
  },
];

/** The kind of a media type, without parameters that a server makes up. */
const kindOf = (type: string | null): string => /^[\w.+-]+\/[\w.+-]+/.exec(type ?? '')?.[0] ?? 'no type';
