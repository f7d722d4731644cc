import {
  noAudioDevices,
  type AudioDevice,
  type AudioDevices,
  type AudioOutputUse,
  type AudioUse,
  type AudioVolumes,
  type DeviceChangeCause,
  type DeviceChoice,
} from 'mediatel-lib/ports';
import { changeCause, resolveChoice } from './device-choice';
import { noWishes, possibleVolume, recallDevices, rememberDevices } from './remembered-devices';

const uses: readonly AudioUse[] = ['microphone', 'speaker', 'ringer'];

/** Ids of entries that mean the system's default, not a device of their own. */
const standIns: readonly string[] = ['', 'default', 'communications'];

/** The devices, and how loud the outputs are. */
export type KnownDevices = AudioDevices & { readonly volumes: AudioVolumes };

/** Receives changes of the devices. */
export interface DeviceKeeperListener {
  changed(devices: KnownDevices): void;
  /** Another device serves the use from now on. `cause` is `null` for a choice stored in an earlier visit. */
  served(use: AudioUse, choice: DeviceChoice, cause: DeviceChangeCause | null): void;
}

/** Knows the devices and the operator's choices, and decides which device serves each use. */
export class DeviceManager {
  #wishes = recallDevices() ?? noWishes;
  #state: KnownDevices = { ...noAudioDevices, volumes: this.#wishes.volumes };
  /** Whether the wishes are those in the storage. Another tab may change them there while it is the phone. */
  #isStored = true;
  #listed: readonly MediaDeviceInfo[] | null = null;
  /** The chosen microphone that could not be opened, and the label of the one that serves instead. */
  #refused: { readonly chosen: AudioDevice; readonly standIn: string } | null = null;
  readonly #onChange = (): void => void this.refresh();
  readonly #listener: DeviceKeeperListener;

  constructor(listener: DeviceKeeperListener) {
    this.#listener = listener;
    media()?.addEventListener('devicechange', this.#onChange);
  }

  get devices(): KnownDevices {
    return this.#state;
  }

  /**
   * Id of the microphone to open; `undefined` for the system's default. It is read before each try, since the device
   * may be free by then.
   */
  async wantedMicrophone(): Promise<string | undefined> {
    await this.refresh();
    return deviceIdOf(resolveChoice(this.#list('microphone'), this.#wishes.microphone));
  }

  /** The chosen microphone was opened. */
  microphoneOpened(): void {
    this.#stand(null);
  }

  /** The chosen microphone can't be opened, and the one with the label `standIn` serves. Returns it if it is listed. */
  microphoneRefused(standIn: string): AudioDevice | null {
    const { chosen } = this.#state.microphone;
    if (chosen) this.#stand({ chosen, standIn });
    return this.#state.microphone.active;
  }

  /** Sink for `setSinkId`; empty for the default. */
  sinkId(use: AudioOutputUse): string {
    return deviceIdOf(this.#state[use]) ?? '';
  }

  /** Reads the list of devices. It has labels once the microphone was allowed. */
  async refresh(): Promise<void> {
    const recalled = this.#recall();
    // Some browsers list nothing in an inactive page. Then the last list stays valid.
    const listed = await media()
      ?.enumerateDevices()
      .catch(() => this.#listed);
    if (listed !== null) this.#setListed(listed ?? [], recalled);
    else if (recalled !== null) this.#resolve(recalled);
  }

  chooseDevice(use: AudioUse, deviceId: string | null): void {
    const recalled = this.#recall() ?? [];
    const wish = deviceId === null ? null : (this.#list(use).find((device) => device.deviceId === deviceId) ?? null);
    this.#wishes = { ...this.#wishes, [use]: wish && !standIns.includes(wish.deviceId) ? wish : null };
    this.#isStored = rememberDevices(this.#wishes);
    if (use === 'microphone') this.#refused = null;
    this.#resolve([...recalled, use]);
  }

  setVolume(use: AudioOutputUse, volume: number): void {
    // An empty field of a host's own page.
    if (Number.isNaN(volume)) return;
    const recalled = this.#recall() ?? [];
    this.#wishes = { ...this.#wishes, volumes: { ...this.#wishes.volumes, [use]: possibleVolume(volume) } };
    this.#isStored = rememberDevices(this.#wishes);
    this.#resolve(recalled);
  }

  close(): void {
    media()?.removeEventListener('devicechange', this.#onChange);
  }

  /**
   * Takes over what another tab has stored meanwhile. Returns the uses whose device it has chosen; `null` if there is
   * nothing to take over. A storage that was cleared takes nobody's headset away.
   */
  #recall(): readonly AudioUse[] | null {
    const stored = this.#isStored ? recallDevices() : null;
    if (stored === null) return null;
    const chosen = uses.filter((use) => stored[use]?.deviceId !== this.#wishes[use]?.deviceId);
    if (chosen.includes('microphone')) this.#refused = null;
    this.#wishes = stored;
    return chosen;
  }

  /** Reports the device in use, without a change of devices. */
  #stand(refused: { readonly chosen: AudioDevice; readonly standIn: string } | null): void {
    if (refused === this.#refused) return;
    this.#refused = refused;
    this.#state = { ...this.#state, microphone: this.#choiceOf('microphone') };
    this.#listener.changed(this.#state);
  }

  #choiceOf(use: AudioUse): DeviceChoice {
    const list = this.#list(use);
    const choice = resolveChoice(list, this.#wishes[use]);
    const refused = this.#refused;
    if (use !== 'microphone' || refused === null || refused.chosen.deviceId !== choice.chosen?.deviceId) return choice;
    const active = list.find(({ label }) => label === refused.standIn) ?? null;
    return { ...choice, active, refused: true };
  }

  #setListed(listed: readonly MediaDeviceInfo[], recalled: readonly AudioUse[] | null): void {
    const first = this.#listed === null || this.#listed.every(({ label }) => label === '');
    this.#listed = listed;
    // The refused device was unplugged. Once it is back, it gets another try.
    if (resolveChoice(this.#list('microphone'), this.#wishes.microphone).missing) this.#refused = null;
    this.#resolve(recalled ?? [], first);
  }

  /** `chosen`: the uses whose device was chosen, here or in another tab. */
  #resolve(chosen: readonly AudioUse[], first = false): void {
    const before = this.#state;
    const choices = Object.fromEntries(uses.map((use) => [use, this.#choiceOf(use)])) as Record<AudioUse, DeviceChoice>;
    this.#state = {
      ...choices,
      microphones: this.#list('microphone').filter(selectable),
      speakers: this.#list('speaker').filter(selectable),
      speakersSelectable: 'setSinkId' in HTMLMediaElement.prototype,
      volumes: this.#wishes.volumes,
    };
    this.#listener.changed(this.#state);
    for (const use of uses) {
      const cause = changeCause(before[use], choices[use], this.#list(use));
      // The first list is no change. But a choice stored in an earlier visit must be applied.
      if (!cause || (first && !choices[use].chosen)) continue;
      const told = chosen.includes(use) ? 'chosen' : cause;
      this.#listener.served(use, choices[use], first ? null : told);
    }
  }

  #list(use: AudioUse): readonly AudioDevice[] {
    const kind = use === 'microphone' ? 'audioinput' : 'audiooutput';
    return (this.#listed ?? [])
      .filter((device) => device.kind === kind)
      .map(({ deviceId, label }) => ({ deviceId, label }));
  }
}

const selectable = ({ deviceId }: AudioDevice): boolean => !standIns.includes(deviceId);

/** Missing outside of secure contexts. */
const media = (): MediaDevices | undefined => navigator.mediaDevices as MediaDevices | undefined;

function deviceIdOf({ active }: DeviceChoice): string | undefined {
  return active && selectable(active) ? active.deviceId : undefined;
}
