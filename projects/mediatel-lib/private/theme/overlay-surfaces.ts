import type { TokenReader } from './tokens-for';

const edge = '0 0 0 1px var(--mat-sys-outline-variant)';
/** In the dark a shadow is not seen and Material's own surface is next to that of the page. */
const surface = (light: string): string => `light-dark(var(--mat-sys-${light}), var(--mat-sys-surface-container-high))`;

const tokens: Readonly<Record<string, string>> = {
  '--mat-menu-container-color': surface('surface-container'),
  '--mat-menu-container-elevation-shadow': `${edge}, var(--mat-sys-level2)`,
  '--mat-select-panel-background-color': surface('surface-container'),
  '--mat-select-container-elevation-shadow': `${edge}, var(--mat-sys-level2)`,
  '--mat-dialog-container-color': surface('surface'),
  '--mat-dialog-container-elevation-shadow': `${edge}, var(--mat-sys-level3)`,
};

/** Surfaces and edges of menus, panels of selects, and dialogs, without those that the page sets itself. */
export function overlaySurfaces(read: TokenReader): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tokens).filter(([name]) => read(name) === ''));
}
