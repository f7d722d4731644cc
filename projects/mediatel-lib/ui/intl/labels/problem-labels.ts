/** Texts of the problem notices at the foot of the desk, and of failed sign-ins. */
export interface ProblemLabels {
  /** Mediatel is being connected. */
  readonly connecting: string;
  /** Mediatel is unreachable; followed by `tryingAgain`. */
  readonly unreachable: string;
  /** Chrome's Local Network Access is denied; followed by `tryingAgain`. */
  readonly networkBlocked: string;
  /** Seconds until the next attempt; 0 while it goes on. */
  readonly tryingAgain: (seconds: number) => string;
  /** Mediatel or the phone server does not accept the session. */
  readonly unauthorised: string;
  /** Mediatel ended the connection. */
  readonly kicked: string;
  /** Mediatel ended the connection because the operator signed in elsewhere. */
  readonly takenOver: string;
  /** Signed out here, but Mediatel did not confirm the log-out. */
  readonly stillLoggedIn: string;
  /** The farm has no agent for this operator. */
  readonly agentUnavailable: string;
  /** A snapshot could not be read. */
  readonly unreadable: string;
  /** Mediatel rings the extension `theirs`, but this phone is the extension `ours`. */
  readonly otherExtension: (theirs: string, ours: string) => string;
  /** The snapshot says that the agent can't be used. */
  readonly agentUnusable: string;
  /** Mediatel logged the operator out again. The library logs in on its own only once. */
  readonly loggedOutAgain: string;
  /** Mediatel refused the log-in; followed by Mediatel's own text, if it has one. */
  readonly loginFailed: string;
  /** The host's accounts could not be loaded. */
  readonly accountFailed: string;
  /** The phone is not registered. */
  readonly notRegistered: string;
  /** The phone is connecting or registering. */
  readonly registering: string;
  /** The phone server refused the registration. */
  readonly registrationRejected: string;
  /** JsSIP could not be loaded, or refused the account's data. */
  readonly phoneNotLoaded: string;
  /** Other devices are registered with the same extension: how many. */
  readonly otherContacts: (count: number) => string;
  /** The browser asks for the microphone. */
  readonly microphoneAsking: string;
  /** The browser or the operator denied the microphone. */
  readonly microphoneDenied: string;
  /** There is no microphone. */
  readonly microphoneAbsent: string;
  /** Another program holds the microphone. */
  readonly microphoneBusy: string;
  /** The page is not loaded over https. */
  readonly microphoneInsecure: string;
  /** The microphone was unplugged. */
  readonly microphoneLost: string;
  /** The microphone failed for another reason. */
  readonly microphoneFailed: string;
  /** Mediatel has muted the operator. */
  readonly mutedByServer: string;
  /** A call failed; followed by Mediatel's own text. */
  readonly callFailed: string;
  /** Error -223: the operator's own phone did not answer. */
  readonly phoneSilent: string;
  /** Mediatel put the operator on a pause after an unanswered call. */
  readonly forcePause: string;
  /** Detail of `forcePause`: what to do before ending the pause. */
  readonly forcePauseTodo: string;
  /** Muted here, while Mediatel shows the operator as not muted. */
  readonly mutedHereOnly: string;
  /** Mediatel delivers a call, but nothing rings here. */
  readonly noRing: string;
  /** The call's longest duration is near: seconds left. */
  readonly callEnds: (seconds: number) => string;
  /** The pause's limit is near: time left. */
  readonly pauseEnds: (time: string) => string;
  /** The pause's limit is exceeded: by this time. */
  readonly pauseOver: (time: string) => string;
  /** The after-call work has taken longer than the operator's `ClericalReminder`. */
  readonly clericalLong: (time: string) => string;
  /** Nobody answers a dialled call for the operator's `TimeForDialOut`. */
  readonly dialUnanswered: (time: string) => string;
  /** Before a microphone or registration problem that keeps calls away. */
  readonly notReady: string;
  /** A call was missed. */
  readonly callMissed: string;
  /** Mediatel did not answer a command. */
  readonly agentSilent: string;
  /** Mediatel refused a command without a known reason. */
  readonly refused: string;
  /** Mediatel shows a call, but this phone has no audio. */
  readonly noAudio: string;
  /** The operator has hung up, and Mediatel hears of it when the link is back. */
  readonly hangUpOwed: string;
  /** The call of an earlier page is taken up again, and its sound is on its way. */
  readonly callReturning: string;
  /** It still has no sound. `isHeld`: whether the customer is on hold meanwhile. */
  readonly callSilent: (isHeld: boolean) => string;
  /** The call came to this tab, since its own was closed or crashed. */
  readonly callTakenOver: string;
  /** The call was brought to another tab, had no sound there in time, and is here again. */
  readonly callKept: string;
  /** The call was brought to this tab, had no sound here in time, and is in the other one again. */
  readonly callWentBack: string;
  /** This phone has audio, but Mediatel shows no call. */
  readonly strayAudio: string;
  /** Mediatel may not have saved the call codes. */
  readonly codeUnconfirmed: string;
  /** The browser refused to write to the clipboard. */
  readonly copyRefused: string;
  /** A call that was given up has started late. */
  readonly lateCall: string;
  /** The browser blocked the customer's page. */
  readonly popBlocked: string;
  /** Mediatel shows a state that this version of the library does not know; its name is in the details. */
  readonly unknownState: string;
  /** Another of the operator's tabs is the phone. */
  readonly otherTab: string;
  /** Another tab is the phone and runs another version of the library. */
  readonly foreignTab: string;
  /** The leading tab does not answer while its call lasts. */
  readonly silentTab: string;
  /** The browser can't tell tabs apart, so only one tab may be open. */
  readonly onlyTab: string;
  /** Sign-in form: login or password is wrong. */
  readonly wrongCredentials: string;
}
