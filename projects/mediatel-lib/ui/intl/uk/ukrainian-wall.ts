import type { WallLabels } from '../labels/wall-labels';

export const ukrainianWall: WallLabels = {
  attention: 'Потребують уваги',
  target: { atLeast: (share) => `не менше ${share}`, atMost: (share) => `не більше ${share}` },
  missed: 'Цілі не досягнуто',
  over: 'Оператори, які потребують уваги',
  loggedOut: (operators) => `Вийшли: ${operators}`,
  page: (page, pages) => `Сторінка ${page} з ${pages}`,
  previous: 'Попередня сторінка',
  next: 'Наступна сторінка',
  turning: { stop: 'Залишити цю сторінку', go: 'Гортати сторінки' },
  screen: { enter: 'На весь екран', leave: 'Вийти з повноекранного режиму' },
};
