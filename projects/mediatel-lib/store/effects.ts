import * as answerEffects from './answer-effects';
import * as commandEffects from './command-effects';
import * as contactEffects from './contact-effects';
import * as connectionEffects from './connection-effects';
import * as customerEffects from './customer-effects';
import * as graceEffects from './grace-effects';
import * as hangUpEffects from './hang-up-effects';
import * as leaveGuardEffects from './leave-guard-effects';
import * as leftDraftsEffects from './left-drafts-effects';
import * as logInEffects from './log-in-effects';
import * as missedCallEffects from './missed-call-effects';
import * as noteEffects from './note-effects';
import * as outcomeEffects from './outcome-effects';
import * as pauseEffects from './pause-effects';
import * as screenPopEffects from './screen-pop-effects';
import * as sessionEffects from './session-effects';
import * as signOutMarkEffects from './sign-out-mark-effects';
import * as silentLinkEffects from './silent-link-effects';
import * as softphoneEffects from './softphone-effects';
import * as tabEffects from './tab-effects';
import * as takeOverEffects from './take-over-effects';
import * as toggleEffects from './toggle-effects';
import * as unfitEffects from './unfit-effects';

/** Every effect of the library: loaded with the first sign-in, since nothing happens before it. */
export const effects = [
  { takeMessages: connectionEffects.takeMessages },
  softphoneEffects,
  { answerAutomatically: answerEffects.answerAutomatically },
  { logIn: logInEffects.logIn },
  commandEffects,
  { askBeforeLeaving: leaveGuardEffects.askBeforeLeaving },
  toggleEffects,
  { endBySip: hangUpEffects.endBySip, rejectUnknownCall: hangUpEffects.rejectUnknownCall },
  pauseEffects,
  outcomeEffects,
  { dropSilentLink: silentLinkEffects.dropSilentLink },
  screenPopEffects,
  graceEffects,
  missedCallEffects,
  // Before what forgets them: a sign-out hands notes over first.
  { deliverNotes: noteEffects.deliverNotes },
  contactEffects,
  { offerLeftDrafts: leftDraftsEffects.offerLeftDrafts },
  unfitEffects,
  { leavePhoneToOther: takeOverEffects.leavePhoneToOther },
  // Tabs are informed before the session's effects close the way to them.
  tabEffects,
  signOutMarkEffects,
  sessionEffects,
  { forgetCustomers: customerEffects.forgetCustomers },
];
