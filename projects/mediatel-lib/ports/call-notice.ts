import { InjectionToken, type WritableSignal, inject, signal } from '@angular/core';

/** What a notification of a call says. */
export interface CallNotice {
  readonly title: string;
  readonly body: string;
}

export interface NoticeCaller {
  readonly callerNumber: string | null;
  readonly callerName: string | null;
}

/** Makes the notification that a call comes while the tab is hidden; asked at each call. */
export type CallNoticeText = (caller: NoticeCaller) => CallNotice;

/** What the library's own notification is made of. */
export interface CallNoticeWords {
  readonly incomingCall: string;
  readonly unknownNumber: string;
}

/** Written by `MediatelIntl`, so that the notification speaks the desk's language; read by the phone, which knows no language. */
export const MEDIATEL_CALL_NOTICE_WORDS = new InjectionToken<WritableSignal<CallNoticeWords>>(
  'MEDIATEL_CALL_NOTICE_WORDS',
  {
    providedIn: 'root',
    factory: () => signal({ incomingCall: 'Incoming call', unknownNumber: 'Number withheld' }),
  },
);

/** A host's own notification, in place of the library's, which says who calls in the desk's language. */
export const MEDIATEL_CALL_NOTICE_TEXT = new InjectionToken<CallNoticeText>('MEDIATEL_CALL_NOTICE_TEXT', {
  providedIn: 'root',
  factory: () => {
    const words = inject(MEDIATEL_CALL_NOTICE_WORDS);
    return ({ callerNumber, callerName }) => ({
      title: words().incomingCall,
      body: [callerNumber ?? words().unknownNumber, callerName].filter(Boolean).join(' · '),
    });
  },
});
