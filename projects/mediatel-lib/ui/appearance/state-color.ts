import { Directive, computed, input } from '@angular/core';
import type { AgentAppearance } from './appearance';

/**
 * Colours of the states: `[name, light, dark]`.
 *
 * Each keeps a contrast of 4.5:1 with the theme's surfaces and with the text on it, in both themes.
 */
export const stateColors: Readonly<Record<AgentAppearance, readonly [name: string, light: string, dark: string]>> = {
  available: ['available', '#12703a', '#7fdc9a'],
  dialing: ['dialing', '#855300', '#ffc75f'],
  delivered: ['delivered', '#855300', '#ffc75f'],
  talking: ['talking', '#0b57d0', '#a8c7fa'],
  held: ['held', '#7438c2', '#d4bbff'],
  clerical: ['clerical', '#a83c06', '#ffae85'],
  paused: ['paused', '#48617a', '#b3c9e0'],
  loggedOut: ['logged-out', '#5a5f63', '#c6c9cb'],
  unknown: ['unknown', '#5a5f63', '#c6c9cb'],
  notReady: ['not-ready', '#b3261e', '#ffb3ab'],
  starting: ['starting', '#5a5f63', '#c6c9cb'],
};

/**
 * Sets a state's colours on an element and its children: `--mediatel-state` and `--mediatel-on-state`.
 *
 * A host changes a colour by its custom property: `--mediatel-available`, `--mediatel-on-available` and so on.
 */
@Directive({
  selector: '[mediatelStateColor]',
  host: { '[style.--mediatel-state]': 'state()', '[style.--mediatel-on-state]': 'onState()' },
})
export class MediatelStateColor {
  /** The state whose colours are set. */
  readonly appearance = input.required<AgentAppearance>({ alias: 'mediatelStateColor' });

  protected readonly state = computed(() => {
    const [name, light, dark] = stateColors[this.appearance()];
    return `var(--mediatel-${name}, light-dark(${light}, ${dark}))`;
  });
  protected readonly onState = computed(() => {
    const [name] = stateColors[this.appearance()];
    return `var(--mediatel-on-${name}, light-dark(#ffffff, #14181c))`;
  });
}
