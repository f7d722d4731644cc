import * as answerEffects from './phone/answer-effects';
import * as commandEffects from './commands/effects/command-effects';
import * as callLinksEffects from './connection/call-links-effects';
import * as contactEffects from './after-call/contact-effects';
import * as connectionEffects from './connection/connection-effects';
import * as customerEffects from './drafts/customer-effects';
import * as extraRequestEffects from './extra/extra-request-effects';
import * as graceEffects from './phone/grace-effects';
import * as hangUpEffects from './commands/effects/hang-up-effects';
import * as leaveGuardEffects from './session/leave-guard-effects';
import * as leftDraftsEffects from './after-call/left-drafts-effects';
import * as logInEffects from './session/log-in-effects';
import * as missedCallEffects from './missed-calls/missed-call-effects';
import * as noteEffects from './after-call/note-effects';
import * as outcomeEffects from './after-call/outcome-effects';
import * as pauseEffects from './commands/effects/pause-effects';
import * as resumeEffects from './phone/resume-effects';
import * as screenPopEffects from './screen-pop/screen-pop-effects';
import * as sessionEffects from './session/session-effects';
import * as signOutMarkEffects from './session/sign-out-mark-effects';
import * as silentLinkEffects from './connection/silent-link-effects';
import * as softphoneEffects from './phone/softphone-effects';
import * as tabEffects from './tabs/tab-effects';
import * as takeOverEffects from './session/take-over-effects';
import * as toggleEffects from './commands/effects/toggle-effects';
import * as unfitEffects from './phone/not-ready-effects';

/** The check of an account comes with the effects: a sign-in waits for both. */
export { missingField } from './session/missing-field';

/** Every effect of the library, in the order in which they receive actions. Loaded with the first sign-in. */
export const effects = [
  { takeMessages: connectionEffects.takeMessages },
  softphoneEffects,
  answerEffects,
  { logIn: logInEffects.logIn },
  commandEffects,
  { askBeforeLeaving: leaveGuardEffects.askBeforeLeaving },
  toggleEffects,
  extraRequestEffects,
  {
    endBySip: hangUpEffects.endBySip,
    rejectUnknownCall: hangUpEffects.rejectUnknownCall,
    closeHungUpCall: hangUpEffects.closeHungUpCall,
  },
  pauseEffects,
  outcomeEffects,
  { dropSilentLink: silentLinkEffects.dropSilentLink },
  callLinksEffects,
  screenPopEffects,
  resumeEffects,
  graceEffects,
  missedCallEffects,
  // Before `forgetCustomers`: a sign-out first hands notes over, then forgets them.
  { deliverNotes: noteEffects.deliverNotes },
  contactEffects,
  { offerLeftDrafts: leftDraftsEffects.offerLeftDrafts },
  unfitEffects,
  { leavePhoneToOther: takeOverEffects.leavePhoneToOther },
  // Before `sessionEffects`: other tabs are informed of a sign-out before it closes everything here.
  tabEffects,
  signOutMarkEffects,
  sessionEffects,
  { forgetCustomers: customerEffects.forgetCustomers },
];
