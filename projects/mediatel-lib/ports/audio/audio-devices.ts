/** What a device is used for. The ringer is a second way out, so that a call is heard while the headset lies on the desk. */
export type AudioUse = 'microphone' | 'speaker' | 'ringer';

/** A device as the browser lists it. Its id may change between visits, its label does not. */
export interface AudioDevice {
  readonly deviceId: string;
  /** Empty until the operator has allowed the microphone. */
  readonly label: string;
}

/** One use and the device that serves it. */
export interface DeviceChoice {
  /** What the operator chose; `null` for whatever the system has as its default. */
  readonly chosen: AudioDevice | null;
  /** What is in use; `null` where there is none, or where the browser does not say which its default is. */
  readonly active: AudioDevice | null;
  /** The chosen device is not there, and the default stands in until it is back. */
  readonly missing: boolean;
  /** The chosen device is there and could not be opened (taken by another program); `active` serves in its stead. */
  readonly refused?: true;
}

/** What can be heard with and spoken into, kept up to date as things are plugged and unplugged. */
export interface AudioDevices {
  readonly microphones: readonly AudioDevice[];
  readonly speakers: readonly AudioDevice[];
  readonly microphone: DeviceChoice;
  readonly speaker: DeviceChoice;
  readonly ringer: DeviceChoice;
  /** Whether the browser lets a page choose its speaker (`setSinkId`); without it every sound takes the default. */
  readonly speakersSelectable: boolean;
}

/**
 * Why another device serves a use.
 *
 * `chosen`: the operator's wish. `unplugged`: the one in use is gone, another stands in. `returned`: the chosen one is
 * back. `default-moved`: the system has another default. `refused`: the chosen one could not be opened.
 */
export type DeviceChangeCause = 'chosen' | 'unplugged' | 'returned' | 'default-moved' | 'refused';

const unchosen: DeviceChoice = { chosen: null, active: null, missing: false };

/** Before anything is known. */
export const noAudioDevices: AudioDevices = {
  microphones: [],
  speakers: [],
  microphone: unchosen,
  speaker: unchosen,
  ringer: unchosen,
  speakersSelectable: false,
};
