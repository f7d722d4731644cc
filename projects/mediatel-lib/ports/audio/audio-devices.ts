/**
 * What a device is used for. The ringer is a second output, so that the operator hears a call while the headset lies
 * on the desk.
 */
export type AudioUse = 'microphone' | 'speaker' | 'ringer';

/** A device in the browser's list. Its id may change between visits; its label does not. */
export interface AudioDevice {
  /** The browser's id of the device. */
  readonly deviceId: string;
  /** The device's name. Empty until the operator has allowed the microphone. */
  readonly label: string;
}

/** The device that serves one use. */
export interface DeviceChoice {
  /** The device that the operator chose; `null` for the system's default. */
  readonly chosen: AudioDevice | null;
  /** The device in use; `null` if there is none, or if the browser does not say which device is its default. */
  readonly active: AudioDevice | null;
  /** Whether the chosen device is unplugged. The default serves until it is back. */
  readonly missing: boolean;
  /** Whether the chosen device could not be opened (used by another program). `active` serves instead. */
  readonly refused?: true;
}

/** An output whose volume the operator sets. */
export type AudioOutputUse = Exclude<AudioUse, 'microphone'>;

/** How loud each output is, from `leastVolume` to 1. `speaker`: 1 is the system's own volume. `ringer`: 0.5 unless set. */
export type AudioVolumes = Readonly<Record<AudioOutputUse, number>>;

/** The audio devices and the choice for each use. Updated as devices are plugged in and unplugged. */
export interface AudioDevices {
  /** All microphones. */
  readonly microphones: readonly AudioDevice[];
  /** All audio outputs. Empty if the browser lists none. */
  readonly speakers: readonly AudioDevice[];
  /** The microphone. */
  readonly microphone: DeviceChoice;
  /** The output for the other party's voice. */
  readonly speaker: DeviceChoice;
  /** The output for the ring tone. */
  readonly ringer: DeviceChoice;
  /** Whether the browser lets a page choose its audio output (`setSinkId`). If not, all sounds use the default. */
  readonly speakersSelectable: boolean;
  /** How loud each output is. Absent until the phone is loaded. */
  readonly volumes?: AudioVolumes;
}

/**
 * Why another device serves a use.
 *
 * `chosen`: the operator chose it. `unplugged`: the one in use was unplugged, and another serves. `returned`: the
 * chosen one is back. `default-moved`: the system changed its default. `refused`: the chosen one could not be opened.
 */
export type DeviceChangeCause = 'chosen' | 'unplugged' | 'returned' | 'default-moved' | 'refused';

const unchosen: DeviceChoice = { chosen: null, active: null, missing: false };

/** The value before the devices are known. */
export const noAudioDevices: AudioDevices = {
  microphones: [],
  speakers: [],
  microphone: unchosen,
  speaker: unchosen,
  ringer: unchosen,
  speakersSelectable: false,
};
