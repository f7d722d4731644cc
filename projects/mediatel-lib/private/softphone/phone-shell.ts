import type { NgZone, WritableSignal } from '@angular/core';
import type {
  AudioDevices,
  AudioFacts,
  AudioLevels,
  CallNoticeText,
  CallQuality,
  MediatelClock,
  ResolvedMediatelConfig,
  SipRetryPolicy,
  SipTrace,
  SoftphoneEvent,
} from 'mediatel-lib/ports';

/** What the shell gives to the phone that it loads. */
export interface PhoneShell {
  readonly zone: NgZone;
  readonly clock: MediatelClock;
  readonly config: ResolvedMediatelConfig;
  readonly policy: SipRetryPolicy;
  readonly noticeText: CallNoticeText;
  readonly trace: SipTrace;
  readonly levels: WritableSignal<AudioLevels>;
  readonly devices: WritableSignal<AudioDevices>;
  readonly quality: WritableSignal<CallQuality | null>;
  readonly facts: WritableSignal<AudioFacts>;
  readonly emitEvent: (event: SoftphoneEvent) => void;
}
