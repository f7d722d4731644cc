import { plainName, plainWords } from './plain-text';

/** What a supervisor may request from an operator's tab. The tab executes it with Mediatel's own commands. */
export type SupervisorRequest =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'endPause' }
  | { readonly kind: 'takePause'; readonly pause: string }
  | { readonly kind: 'logout' }
  | { readonly kind: 'restart' };

/** The kind of a request. */
export type SupervisorRequestKind = SupervisorRequest['kind'];

/** All kinds of requests. */
export const supervisorRequestKinds = [
  'message',
  'endPause',
  'takePause',
  'logout',
  'restart',
] as const satisfies readonly SupervisorRequestKind[];

/**
 * Outcome of a request.
 *
 * - `sent`: the tab sent Mediatel the command.
 * - `shown`: the message is on the operator's screen.
 * - `not-allowed`: the supervisor has no right to it.
 * - `away`: no tab of the operator answers.
 * - `refused`: the tab or Mediatel does not allow it now.
 * - `invalid`: it is not a valid request.
 */
export type SupervisorRequestOutcome =
  | { readonly outcome: 'sent' | 'shown' }
  | { readonly outcome: 'not-allowed' | 'away' | 'invalid' }
  | { readonly outcome: 'refused'; readonly reason: string };

/** Longest message in characters. An operator can't read longer ones at a glance. */
export const longestMessage = 300;

/** Decodes a request; `null` if it is not valid. */
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
