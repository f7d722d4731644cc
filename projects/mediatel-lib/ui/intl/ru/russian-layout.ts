import type { LayoutLabels } from '../labels/layout-labels';

export const russianLayout: LayoutLabels = {
  layout: 'Расположение',
  layouts: { rows: 'Таблица', tiles: 'Табло' },
  saved: 'Сохранённые виды',
  noneSaved: 'Сохранённых видов пока нет',
  apply: (name) => `Показать: ${name}`,
  remove: (name) => `Удалить: ${name}`,
  save: 'Сохранить вид',
  name: 'Название вида',
};
