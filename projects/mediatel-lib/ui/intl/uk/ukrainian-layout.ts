import type { LayoutLabels } from '../labels/layout-labels';

export const ukrainianLayout: LayoutLabels = {
  layout: 'Розташування',
  layouts: { rows: 'Таблиця', tiles: 'Табло' },
  saved: 'Збережені вигляди',
  noneSaved: 'Збережених виглядів ще немає',
  apply: (name) => `Показати: ${name}`,
  remove: (name) => `Видалити: ${name}`,
  save: 'Зберегти вигляд',
  name: 'Назва вигляду',
};
