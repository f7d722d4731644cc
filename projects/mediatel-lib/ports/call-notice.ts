import { InjectionToken, type WritableSignal, inject, signal } from '@angular/core';

/** Text of the notification about an incoming call. */
export interface CallNotice {
  /** First line of the notification. */
  readonly title: string;
  /** Text below the title. */
  readonly body: string;
}

/** The caller, as far as the SIP INVITE identifies them. */
export interface NoticeCaller {
  /** The caller's number; `null` if withheld. */
  readonly callerNumber: string | null;
  /** The caller's display name; `null` if absent. */
  readonly callerName: string | null;
}

/** Makes the text of the notification that is shown when a call comes while the tab is hidden. Called for each call. */
export type CallNoticeText = (caller: NoticeCaller) => CallNotice;

/** Translated words of the library's own notification. */
export interface CallNoticeWords {
  /** Title of the notification. */
  readonly incomingCall: string;
  /** Stands in for a withheld number. */
  readonly unknownNumber: string;
}

/**
 * Words of the library's own notification, in the desk's language.
 *
 * `MediatelIntl` writes them. The phone reads them, since it knows no language itself.
 */
export const MEDIATEL_CALL_NOTICE_WORDS = new InjectionToken<WritableSignal<CallNoticeWords>>(
  'MEDIATEL_CALL_NOTICE_WORDS',
  {
    providedIn: 'root',
    factory: () => signal({ incomingCall: 'Incoming call', unknownNumber: 'Number withheld' }),
  },
);

const leftToRightMark = '\u200E';
/** Unicode's blocks of scripts from right to left, Hebrew to Arabic. */
const fromRightToLeft = /[\u0590-\u08FF]/;

/**
 * Replaces the text of the notification about a call.
 *
 * Default: “incoming call” in the desk's language, then the caller's number and name.
 */
export const MEDIATEL_CALL_NOTICE_TEXT = new InjectionToken<CallNoticeText>('MEDIATEL_CALL_NOTICE_TEXT', {
  providedIn: 'root',
  factory: () => {
    const words = inject(MEDIATEL_CALL_NOTICE_WORDS);
    return ({ callerNumber, callerName }) => {
      // A name from right to left would set the number before it in that direction too: its plus would be at the end.
      const mark = fromRightToLeft.test(callerName ?? '') ? leftToRightMark : '';
      return {
        title: words().incomingCall,
        body: [callerNumber === null ? words().unknownNumber : `${mark}${callerNumber}`, callerName]
          .filter(Boolean)
          .join(' · '),
      };
    };
  },
});
