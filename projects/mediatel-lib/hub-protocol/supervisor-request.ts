import { plainName, plainWords } from './plain-text';

/** What a supervisor may ask of an operator's tab; carried out there through Mediatel's own commands. */
export type SupervisorRequest =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'endPause' }
  | { readonly kind: 'takePause'; readonly pause: string }
  | { readonly kind: 'logout' }
  | { readonly kind: 'restart' };

export type SupervisorRequestKind = SupervisorRequest['kind'];

export const supervisorRequestKinds = [
  'message',
  'endPause',
  'takePause',
  'logout',
  'restart',
] as const satisfies readonly SupervisorRequestKind[];

/**
 * What became of a request. `sent`: the tab gave Mediatel the command; `shown`: the message is on the operator's screen.
 *
 * `not-allowed`: the supervisor may not; `away`: no tab of the operator answers; `refused`: the tab or Mediatel does not allow it now;
 * `invalid`: it is no request.
 */
export type SupervisorRequestOutcome =
  | { readonly outcome: 'sent' | 'shown' }
  | { readonly outcome: 'not-allowed' | 'away' | 'invalid' }
  | { readonly outcome: 'refused'; readonly reason: string };

/** Longer messages than an operator reads at a glance are refused. */
export const longestMessage = 300;

/** Reads a request; `null` for what is none. */
export function decodeSupervisorRequest(value: unknown): SupervisorRequest | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  switch (value.kind) {
    case 'message': {
      const words = 'text' in value && typeof value.text === 'string' ? plainWords(value.text).trim() : '';
      return words === '' || words.length > longestMessage ? null : { kind: 'message', text: words };
    }
    case 'takePause': {
      const pause = 'pause' in value && typeof value.pause === 'string' ? plainName(value.pause) : '';
      return pause === '' || pause.length > 200 ? null : { kind: 'takePause', pause };
    }
    case 'endPause':
    case 'logout':
    case 'restart':
      return { kind: value.kind };
    default:
      return null;
  }
}
