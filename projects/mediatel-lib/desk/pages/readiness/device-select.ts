import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AudioDevice, DeviceChoice } from 'mediatel-lib/ports';
import { MediatelIcon, MediatelIntl } from 'mediatel-lib/ui';

/**
 * A list of microphones, speakers or ringers to choose from.
 *
 * A chosen device that is unplugged, or held by another program, stays in the list with a text that says so.
 */
@Component({
  selector: 'mediatel-device-select',
  imports: [MediatelIcon],
  template: `
    <label>
      <span>{{ label() }}</span>
      <span class="field">
        <select #select [value]="value()" (change)="chosen.emit(select.value === '' ? null : select.value)">
          <option value="" [selected]="value() === ''">{{ text().systemDefault }}</option>
          @for (device of shown(); track device.deviceId; let index = $index) {
            <option [value]="device.deviceId" [selected]="device.deviceId === value()">
              {{ device.label || text().unnamed(index + 1) }}
            </option>
          }
        </select>
        <mediatel-icon name="down" />
      </span>
    </label>
    @if (choice().missing && choice().chosen; as gone) {
      <p role="status">{{ text().missing(gone.label) }}</p>
    } @else if (choice().refused && choice().chosen; as taken) {
      <p role="status">{{ text().refused(taken.label, choice().active?.label ?? text().systemDefault) }}</p>
    }
  `,
  styleUrl: './device-select.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeviceSelect {
  /** The list's label. */
  readonly label = input.required<string>();
  /** The devices that are plugged in. */
  readonly devices = input.required<readonly AudioDevice[]>();
  /** The chosen device and the one in use. */
  readonly choice = input.required<DeviceChoice>();
  /** Emits the id of the chosen device; `null` for the system's default. */
  readonly chosen = output<string | null>();

  readonly #views = inject(MediatelIntl).viewLabels;
  protected readonly text = computed(() => this.#views().readiness);
  protected readonly value = computed(() => this.choice().chosen?.deviceId ?? '');
  protected readonly shown = computed(() => {
    const { chosen } = this.choice();
    // Browsers list their defaults under special ids. The first entry of this list represents them.
    const listed = this.devices().filter(({ deviceId }) => !['', 'default', 'communications'].includes(deviceId));
    const isListed = chosen === null || listed.some(({ deviceId }) => deviceId === chosen.deviceId);
    return isListed ? listed : [chosen, ...listed];
  });
}
