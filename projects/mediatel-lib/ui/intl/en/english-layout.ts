import type { LayoutLabels } from '../labels/layout-labels';

export const englishLayout: LayoutLabels = {
  layout: 'Layout',
  layouts: { rows: 'Board', tiles: 'Wall' },
  saved: 'Saved views',
  noneSaved: 'No views saved yet',
  apply: (name) => `Show ${name}`,
  remove: (name) => `Delete ${name}`,
  save: 'Save view',
  name: 'Name of the view',
};
