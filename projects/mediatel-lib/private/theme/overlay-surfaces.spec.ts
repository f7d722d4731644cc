import { overlaySurfaces } from './overlay-surfaces';

describe('overlaySurfaces', () => {
  it('lifts each overlay from a dark page and gives it an edge', () => {
    const set = overlaySurfaces(() => '');
    for (const name of ['menu-container-color', 'select-panel-background-color', 'dialog-container-color'])
      expect(set[`--mat-${name}`]).toContain('var(--mat-sys-surface-container-high))');
    for (const part of ['menu', 'select', 'dialog'])
      expect(set[`--mat-${part}-container-elevation-shadow`]).toContain('1px var(--mat-sys-outline-variant)');
  });

  it('leaves each token that the page sets', () => {
    const set = overlaySurfaces((name) => (name === '--mat-menu-container-color' ? 'teal' : ''));
    expect(set).not.toHaveProperty('--mat-menu-container-color');
    expect(set).toHaveProperty('--mat-select-panel-background-color');
  });
});
