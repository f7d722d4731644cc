import type { WallLabels } from '../labels/wall-labels';

export const russianWall: WallLabels = {
  attention: 'Требуют внимания',
  target: { atLeast: (share) => `не меньше ${share}`, atMost: (share) => `не больше ${share}` },
  missed: 'Цель не достигнута',
  over: 'Операторы, которые требуют внимания',
  loggedOut: (operators) => `Вышли: ${operators}`,
  page: (page, pages) => `Страница ${page} из ${pages}`,
  previous: 'Предыдущая страница',
  next: 'Следующая страница',
  turning: { stop: 'Остаться на этой странице', go: 'Листать страницы' },
  screen: { enter: 'На весь экран', leave: 'Выйти из полноэкранного режима' },
};
