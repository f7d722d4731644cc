import { mkdirSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { sipRealm } from '../accounts';
import type { LineCondition } from '../media/line';
import type { MediaAddress } from '../media/audio-path';
import type { SipAccounts } from '../sip/account';
import type { RegistrationListener } from '../sip/bindings';
import { Digest } from '../sip/digest';
import { Nonces } from '../sip/nonces';
import { ResumptionFaults, type ResumptionFault } from '../sip/resumption-faults';
import { SipServer, type SipServerOptions } from '../sip/sip-server';
import { defaultTiming, type CallTiming } from './call-timing';
import type { Ear, EarEvents, EarMode } from './ear';
import { SipCall, type CallSurroundings } from './sip-call';
import { SoundThreads } from './sound-threads';
import type { CallHandle, CallProgress, CallRequest, Telephony } from './telephony';

export interface SipTelephonyOptions extends Partial<CallTiming> {
  readonly accounts: SipAccounts;
  /** Created if missing. Its half-written recordings are completed at the start. */
  readonly recordingsDir: string;
  readonly log: Logger;
  readonly realm?: string;
  /**
   * The address in the offered audio: `127.0.0.1` for a server on loopback. Without it, the addresses of all other
   * interfaces.
   */
  readonly publicAddress?: string;
  readonly icePorts?: MediaAddress['icePorts'];
  /** Makes bad lines repeat themselves. */
  readonly seed?: number;
  /** The most threads that make sound; 1 without it. */
  readonly soundThreads?: number;
  /** What every reloaded page meets at its re-INVITE; without it, it gets its call. */
  readonly resumption?: ResumptionFault;
  readonly sip?: Partial<Omit<SipServerOptions, 'accounts' | 'realm' | 'log'>>;
}

/** Telephony over SIP, with what its server needs besides. */
export interface SipTelephony extends Telephony {
  /** Takes a SIP WebSocket from the HTTP server's `upgrade`; `identity` is the login in its cookie. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, identity?: string): void;
  /**
   * Calls back when an extension gets its first binding and when it loses its last. Returns a function that stops it.
   */
  onRegistration(listener: RegistrationListener): () => void;
  /** Degrades an operator's line, or restores it, for the present call and later ones. */
  degradeLine(extension: string, condition: LineCondition): void;
  /** The next `times` re-INVITEs of a reloaded page at this extension meet the fault; 0 ends it. */
  failResumption(extension: string, fault: ResumptionFault, times: number): void;
  /**
   * Opens a trainer's leg at an extension: it hears the present call and each later one, and speaks in them by its mode.
   * Never throws; who may listen is the caller's to decide.
   */
  openEar(extension: string, options: { readonly mode: EarMode }, events: EarEvents): Ear;
  /** Ends all calls, completes their recordings, and drops all sockets. */
  close(): Promise<void>;
}

/** How long the nonce of a 407 can be used. */
const CHALLENGE_LIFETIME_MS = 120_000;

/** The voice side of the training server: real SIP, real audio, virtual customers. */
export function createSipTelephony(options: SipTelephonyOptions): SipTelephony {
  const { accounts, recordingsDir, log, realm = sipRealm, publicAddress, icePorts, seed } = options;
  mkdirSync(recordingsDir, { recursive: true });
  const server = new SipServer({ ...options.sip, accounts, realm, log });
  const timing: CallTiming = { ...defaultTiming, ...definedOf(options) };
  const { hangUpAfterMs, mediaSilenceMs, mediaTimeoutMs } = timing;
  const sounds = new SoundThreads(
    {
      recordingsDir,
      hangUpAfterMs,
      mediaSilenceMs,
      mediaTimeoutMs,
      ...(publicAddress ? { iceAddress: publicAddress } : {}),
      ...(icePorts ? { icePorts } : {}),
      ...(seed === undefined ? {} : { seed }),
    },
    options.soundThreads ?? 1,
    log,
  );
  const faults = new ResumptionFaults(
    new Digest(accounts, realm, new Nonces(CHALLENGE_LIFETIME_MS)),
    options.resumption,
  );
  const around: CallSurroundings = { realm, timing, sounds, faults };
  const calls = new Set<SipCall>();

  function startCall(request: CallRequest, onProgress: (progress: CallProgress) => void): CallHandle {
    const callLog = log.child({ callTraceId: request.callTraceId, extension: request.extension });
    const account = accounts.findByExtension(request.extension);
    const binding = account && server.bindings.newest(account.sipLogin);
    const report = reporter(onProgress, callLog);
    if (!binding) {
      report({ type: 'operatorFailed', reason: 'not-registered' });
      report({ type: 'ended', by: 'server' });
      return idleHandle(request.callTraceId);
    }
    const call = new SipCall(request, binding, around, report, callLog);
    calls.add(call);
    void call.over.then(() => calls.delete(call));
    return call;
  }

  return {
    isRegistered: (extension) => {
      const account = accounts.findByExtension(extension);
      return account !== undefined && server.bindings.newest(account.sipLogin) !== undefined;
    },
    startCall,
    handleUpgrade: (request, socket, head, identity) => server.handleUpgrade(request, socket, head, identity),
    onRegistration: (listener) => server.bindings.onRegistration(listener),
    degradeLine: (extension, condition) => sounds.degradeLine(extension, condition),
    failResumption: (extension, fault, times) => faults.plan(extension, fault, times),
    openEar: (extension, { mode }, events) => sounds.openEar(extension, mode, events),
    async close() {
      for (const call of calls) call.end();
      await Promise.all([...calls].map((call) => call.over));
      await sounds.close();
      server.close();
    },
  };
}

/** Reports in order, but never synchronously. A fault of the listener affects nothing. */
function reporter(onProgress: (progress: CallProgress) => void, log: Logger): (progress: CallProgress) => void {
  return (progress) => {
    setImmediate(() => {
      log.debug({ progress }, 'call');
      try {
        onProgress(progress);
      } catch (error) {
        // The fault is the farm's; the call must go on.
        log.error({ err: error, progress }, 'call progress could not be handled');
      }
    });
  };
}

function idleHandle(callTraceId: string): CallHandle {
  const nothing = () => undefined;
  return {
    callTraceId,
    dialCustomer: nothing,
    connectCustomer: nothing,
    hold: nothing,
    retrieve: nothing,
    setMuted: nothing,
    end: nothing,
  };
}

/** The given timing without keys that are `undefined`: these would hide the defaults. */
function definedOf(options: Partial<CallTiming>): Partial<CallTiming> {
  const names = Object.keys(defaultTiming) as (keyof CallTiming)[];
  return Object.fromEntries(names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]));
}
