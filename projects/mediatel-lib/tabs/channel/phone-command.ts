import type { AudioUse, Softphone } from 'mediatel-lib/ports';

/** What may be asked of the phone from any tab: a method of `Softphone` and its arguments. */
export type PhoneCommand =
  | { readonly does: 'registerNow' }
  | { readonly does: 'reopenMicrophone' }
  | { readonly does: 'unlockPlayback' }
  | { readonly does: 'allowNotices' }
  | { readonly does: 'answer'; readonly callId: string }
  | { readonly does: 'hangUp'; readonly callId: string }
  | { readonly does: 'proveAudio'; readonly callId: string }
  | { readonly does: 'setMuted'; readonly callId: string; readonly muted: boolean }
  | { readonly does: 'sendDigits'; readonly callId: string; readonly digits: string }
  | { readonly does: 'chooseDevice'; readonly use: AudioUse; readonly deviceId: string | null }
  | { readonly does: 'testSound'; readonly use: 'speaker' | 'ringer' };

export function workPhone(phone: Softphone, command: PhoneCommand): void {
  switch (command.does) {
    case 'registerNow':
      return phone.registerNow();
    case 'reopenMicrophone':
      return phone.reopenMicrophone();
    case 'unlockPlayback':
      return phone.unlockPlayback();
    case 'allowNotices':
      return phone.allowNotices();
    case 'answer':
      return phone.answer(command.callId);
    case 'hangUp':
      return phone.hangUp(command.callId);
    case 'proveAudio':
      return phone.proveAudio(command.callId);
    case 'setMuted':
      return phone.setMuted(command.callId, command.muted);
    case 'sendDigits':
      return phone.sendDigits(command.callId, command.digits);
    case 'chooseDevice':
      return phone.chooseDevice(command.use, command.deviceId);
    case 'testSound':
      return phone.testSound(command.use);
  }
}
