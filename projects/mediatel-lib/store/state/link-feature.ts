import { createFeature, createReducer, on } from '@ngrx/store';
import { AgentActions } from './agent-actions';
import { CommandOutcomes } from './command-actions';
import { ConnectionActions } from './connection-actions';
import { type LinkState, initialLinkState } from './link-state';
import { SessionActions } from './session-actions';

/** The same as the decoder's `fieldOf`. Importing that one would load the whole decoder with a host's first page. */
const fieldOf = (path: string): string => path.split('[', 1)[0] ?? path;

/** The store feature `mediatelLink`: the session and the link to Mediatel. */
export const linkFeature = createFeature({
  name: 'mediatelLink',
  reducer: createReducer(
    initialLinkState,
    on(ConnectionActions.connectionChanged, (state, { connection }): LinkState => ({
      ...state,
      connection,
      synced: state.synced && connection.status === 'connected',
    })),
    on(ConnectionActions.resynced, (state): LinkState => ({ ...state, synced: true, agentUnavailable: false })),
    on(ConnectionActions.agentUnavailable, (state): LinkState => ({ ...state, agentUnavailable: true })),
    on(ConnectionActions.remoteConnected, (state, { host, port }): LinkState => ({
      ...state,
      remoteHost: { host, port },
    })),
    on(ConnectionActions.snapshotRejected, (state, { path, reason }): LinkState => ({
      ...state,
      lastRejection: { path, reason },
      rejectedSnapshots: state.rejectedSnapshots + 1,
    })),
    on(ConnectionActions.snapshotsReadable, (state): LinkState => ({ ...state, lastRejection: null })),
    on(ConnectionActions.fieldUnread, (state, { path, reason }): LinkState => {
      const others = state.unreadFields.filter((known) => fieldOf(known.path) !== fieldOf(path));
      return { ...state, unreadFields: [...others, { path, reason }] };
    }),
    on(ConnectionActions.connected, (state): LinkState =>
      state.unreadFields.length === 0 ? state : { ...state, unreadFields: [] },
    ),
    // The connection and the phone of the present session are still open: its operator must be able to hang up and sign out.
    on(SessionActions.signInStarted, (state): LinkState => {
      if (state.session.status !== 'signedIn') return { ...state, session: { status: 'signingIn' } };
      const { failure: _, ...session } = state.session;
      return { ...state, session };
    }),
    on(SessionActions.signInFailed, (state, { failure }): LinkState => ({
      ...state,
      session: state.session.status === 'signedIn' ? { ...state.session, failure } : { status: 'failed', failure },
    })),
    on(SessionActions.signedIn, (state, { user, extension }): LinkState => ({
      ...state,
      session: { status: 'signedIn', user, extension },
      autoLogIn: 'armed',
      agentUnavailable: false,
    })),
    on(SessionActions.signOutStarted, (state): LinkState => {
      const { user, extension } = state.session.status === 'signedIn' ? state.session : { user: '', extension: '' };
      return { ...state, session: { status: 'signingOut', user, extension } };
    }),
    on(SessionActions.signOutRefused, (state): LinkState => {
      if (state.session.status !== 'signingOut') return state;
      return { ...state, session: { ...state.session, status: 'signedIn' } };
    }),
    on(AgentActions.loggedOut, (state, { origin }): LinkState => {
      if (origin === 'live' || state.autoLogIn === 'off') return state;
      return { ...state, autoLogIn: 'armed' };
    }),
    on(AgentActions.loginFailed, (state): LinkState => ({ ...state, autoLogIn: 'off' })),
    on(CommandOutcomes.commandSent, (state, { given }): LinkState => {
      const { name } = given.command;
      if (name === 'logOut') return { ...state, autoLogIn: 'off' };
      return name === 'logIn' ? { ...state, autoLogIn: 'armed' } : state;
    }),
    on(CommandOutcomes.commandsMirrored, (state, { autoLogIn }): LinkState => ({ ...state, autoLogIn })),
    on(SessionActions.reloggedIn, (state): LinkState => ({ ...state, autoLogIn: 'spent' })),
    on(SessionActions.signedOut, (state, { stillLoggedIn }): LinkState => ({
      ...initialLinkState,
      connection: state.connection,
      session: stillLoggedIn ? { status: 'signedOut', stillLoggedIn } : initialLinkState.session,
    })),
  ),
});

/** Selects the session and the link to Mediatel. */
export const selectLink = linkFeature.selectMediatelLinkState;
