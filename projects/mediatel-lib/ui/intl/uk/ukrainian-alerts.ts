import type { AlertLabels, AuditLabels } from '../labels/alert-labels';

const rules = new Intl.PluralRules('uk');
const warnings = { one: 'попередження', few: 'попередження', many: 'попереджень' } as const;

export const ukrainianAlerts: AlertLabels = {
  title: 'Попередження',
  count: (count) => {
    const form = rules.select(count);
    return `${count} ${warnings[form === 'one' || form === 'few' ? form : 'many']}`;
  },
  none: 'Попереджень немає',
  lasting: ({ phase, time, pause, codeChosen }) => {
    switch (phase) {
      case 'available':
        return `${time} без дзвінка`;
      case 'dialing':
        return `Набирає номер уже ${time}`;
      case 'delivered':
        return `Дзвонить уже ${time}`;
      case 'talking':
        return `${time} в одній розмові`;
      case 'held':
        return `Клієнт чекає на лінії вже ${time}`;
      case 'clerical':
        return `Після дзвінка вже ${time}, код не ${codeChosen ? 'збережено' : 'вибрано'}`;
      case 'paused':
        return pause === null ? `${time} на паузі` : `${time} на паузі «${pause}»`;
    }
  },
  unconfirmed: (time) => `Немає даних уже ${time}: стан невідомий`,
  poorSound: (mos) => `Погана якість звуку, MOS ${mos}`,
  noConnection: 'Немає зв’язку з Mediatel',
  notRegistered: 'Доступний, але телефон не зареєстровано',
  noMicrophone: 'Доступний, але мікрофон не працює',
  snooze: 'Нагадати за 10 хв',
  snoozeOf: (who) => `Нагадати за 10 хвилин: ${who}`,
  acknowledge: 'Беру на себе',
  acknowledgeOf: (who) => `Беру на себе: ${who}`,
  acknowledgedBy: (who) => `Цим займається ${who}`,
  over: 'Це вже минуло',
  unanswered: 'Сервер не відповідає',
  more: (count) => `і ще ${count}`,
  settings: 'Коли попереджати',
  minutes: 'хвилин; порожньо — не попереджати',
  otherPause: 'Будь-яка інша пауза',
  pauseNamed: (pause) => `Пауза «${pause}»`,
  sound: 'Звук',
  notices: 'Системні сповіщення',
  noticesDenied: 'Браузер не дозволяє сповіщень для цієї сторінки',
  reset: 'Стандартні налаштування компанії',
};

export const ukrainianAudit: AuditLabels = {
  title: 'Запити до операторів',
  refresh: 'Оновити',
  none: 'Ще ніхто нічого не просив',
  unreadable: 'Журнал зараз не читається',
  column: { at: 'Коли', supervisor: 'Хто просив', operator: 'Оператор', request: 'Запит', outcome: 'Результат' },
  message: (text) => `Повідомлення: ${text}`,
  takePause: (pause) => `Поставити на паузу: ${pause}`,
  endPause: 'Завершити паузу',
  logout: 'Вивести із системи',
  restart: 'Перезапустити агента',
  outcome: {
    sent: 'виконано',
    shown: 'показано на екрані',
    refused: 'відхилено робочим місцем',
    away: 'без відповіді',
    asked: 'надіслано, результат невідомий',
    'not-allowed': 'не дозволено',
    invalid: 'неприпустимий запит',
  },
};
