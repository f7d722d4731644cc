import type { Registration } from 'mediatel-lib/ports';

/** An input of the registration's state machine. */
export type RegistrationInput =
  | { readonly type: 'opening' }
  | { readonly type: 'sending' }
  | { readonly type: 'accepted'; readonly otherContacts: number }
  | {
      readonly type: 'delayed';
      readonly retryAt: number;
      readonly detail: string;
      readonly unauthorised?: true;
      readonly blocked?: true;
      readonly asked?: true;
    }
  | { readonly type: 'rejected'; readonly sipStatus: number; readonly detail: string }
  | { readonly type: 'stopped' };

/**
 * Every transition of the state machine drawn at `Registration`.
 *
 * A rejected registration stays rejected while sockets open and close, until a REGISTER is sent again. A refresh does
 * not show: the state stays `registered` until a response says otherwise.
 */
export function nextRegistration(state: Registration, input: RegistrationInput): Registration {
  switch (input.type) {
    case 'opening':
      return state.status === 'connecting' || state.status === 'rejected' ? state : { status: 'connecting' };
    case 'sending':
      return state.status === 'registered' || state.status === 'registering' ? state : { status: 'registering' };
    case 'accepted':
      if (state.status === 'registered' && state.otherContacts === input.otherContacts) return state;
      return { status: 'registered', otherContacts: input.otherContacts };
    case 'delayed':
      if (state.status === 'rejected') return state;
      return {
        ...{ status: 'waiting', retryAt: input.retryAt, detail: input.detail },
        ...(input.unauthorised && { unauthorised: true }),
        ...(input.blocked && { blocked: true }),
        ...(input.asked && { asked: true }),
      };
    case 'rejected':
      if (state.status === 'rejected' && state.sipStatus === input.sipStatus && state.detail === input.detail)
        return state;
      return { status: 'rejected', sipStatus: input.sipStatus, detail: input.detail };
    case 'stopped':
      return state.status === 'off' ? state : { status: 'off' };
  }
}
