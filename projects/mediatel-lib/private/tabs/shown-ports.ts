import type { Signal, WritableSignal } from '@angular/core';
import type {
  AgentConnection,
  AudioLevels,
  CallMove,
  ConnectionMessage,
  ConnectionState,
  ForwardedCommand,
  MediatelAccount,
  LeaderTabState,
  SipAccount,
  Softphone,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { Subject } from 'rxjs';
import type { PhoneFacts } from './channel/tab-message';

/**
 * What `PortRouter` writes the shown state and the targets of commands to, and where it finds the accounts to lead with.
 *
 * The ports of the tab call the targets themselves, so the router is not in the way of a command.
 */
export interface ShownPorts {
  readonly state: WritableSignal<LeaderTabState>;
  readonly callMove: WritableSignal<CallMove | null>;
  readonly shared: Subject<unknown>;
  readonly forwarded: Subject<ForwardedCommand>;
  readonly joined: Subject<void>;
  readonly returned: Subject<void>;
  readonly connection: WritableSignal<Signal<ConnectionState>>;
  readonly messages: Subject<ConnectionMessage>;
  readonly events: Subject<SoftphoneEvent>;
  readonly facts: WritableSignal<Signal<PhoneFacts>>;
  readonly levels: WritableSignal<Signal<AudioLevels>>;
  /** What executes commands to the phone: this tab's own phone while it leads, else a way to the leading tab's. */
  commandTarget: Pick<Softphone, 'execute'> | null;
  /** What sends requests: this tab's own connection while it leads, else nothing. */
  requestTarget: Pick<AgentConnection, 'send'> | null;
  readonly mediatel: MediatelAccount | null;
  readonly sip: SipAccount | null;
  /** Whether this tab leaves its phone off when it becomes the phone: the operator signs out. */
  readonly isPhoneKeptOff: boolean;
}
