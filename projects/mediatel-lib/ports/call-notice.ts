import { InjectionToken } from '@angular/core';

/** What a notification of a call says. */
export interface CallNotice {
  readonly title: string;
  readonly body: string;
}

export interface NoticeCaller {
  readonly callerNumber: string | null;
  readonly callerName: string | null;
}

/** Words of the notification that a call comes while the tab is hidden; a host or the desk gives its own language. */
export type CallNoticeText = (caller: NoticeCaller) => CallNotice;

export const CALL_NOTICE_TEXT = new InjectionToken<CallNoticeText>('CALL_NOTICE_TEXT', {
  providedIn: 'root',
  factory: () => (caller) => ({
    title: 'Incoming call',
    body: [caller.callerNumber ?? 'Number withheld', caller.callerName].filter(Boolean).join(' · '),
  }),
});
