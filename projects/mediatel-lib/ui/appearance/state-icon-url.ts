import { iconPaths } from '../icon/icons';
import { type AgentAppearance, appearanceIcons } from './appearance';
import { stateColors } from './state-color';

/**
 * A state's icon for the browser's tab: an SVG in a `data:` address, white on the state's colour.
 *
 * It has the colours of the light theme, since the browser's own tabs do not follow the page's theme.
 */
export function stateIconUrl(appearance: AgentAppearance): string {
  const [, colour] = stateColors[appearance];
  const outline = iconPaths[appearanceIcons[appearance]];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="10" fill="${colour}"/>` +
    `<path transform="translate(4 4)" fill="#fff" d="${outline}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
