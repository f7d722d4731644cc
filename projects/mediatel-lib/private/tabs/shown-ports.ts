import type { Signal, WritableSignal } from '@angular/core';
import type {
  AudioLevels,
  ConnectionMessage,
  ConnectionState,
  ForwardedCommand,
  MediatelAccount,
  LeaderTabState,
  SipAccount,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { Subject } from 'rxjs';
import type { PhoneFacts } from './channel/tab-message';

/** What `PortRouter` writes the shown state to, and where it finds the accounts to lead with. */
export interface ShownPorts {
  readonly state: WritableSignal<LeaderTabState>;
  readonly shared: Subject<unknown>;
  readonly forwarded: Subject<ForwardedCommand>;
  readonly joined: Subject<void>;
  readonly returned: Subject<void>;
  readonly connection: WritableSignal<Signal<ConnectionState>>;
  readonly messages: Subject<ConnectionMessage>;
  readonly events: Subject<SoftphoneEvent>;
  readonly facts: WritableSignal<Signal<PhoneFacts>>;
  readonly levels: WritableSignal<Signal<AudioLevels>>;
  readonly mediatel: MediatelAccount | null;
  readonly sip: SipAccount | null;
}
