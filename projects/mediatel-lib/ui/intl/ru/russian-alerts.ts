import type { AlertLabels, AuditLabels } from '../labels/alert-labels';

const rules = new Intl.PluralRules('ru');
const warnings = { one: 'предупреждение', few: 'предупреждения', many: 'предупреждений' } as const;

export const russianAlerts: AlertLabels = {
  title: 'Предупреждения',
  count: (count) => {
    const form = rules.select(count);
    return `${count} ${warnings[form === 'one' || form === 'few' ? form : 'many']}`;
  },
  none: 'Предупреждений нет',
  lasting: ({ phase, time, pause, codeChosen }) => {
    switch (phase) {
      case 'available':
        return `${time} без звонка`;
      case 'dialing':
        return `Набирает номер уже ${time}`;
      case 'delivered':
        return `Звонит уже ${time}`;
      case 'talking':
        return `${time} в одном разговоре`;
      case 'held':
        return `Клиент на удержании уже ${time}`;
      case 'clerical':
        return `После звонка уже ${time}, код не ${codeChosen ? 'сохранён' : 'выбран'}`;
      case 'paused':
        return pause === null ? `${time} на паузе` : `${time} на паузе «${pause}»`;
    }
  },
  unconfirmed: (time) => `Нет данных уже ${time}: состояние неизвестно`,
  poorSound: (mos) => `Плохое качество звука, MOS ${mos}`,
  noConnection: 'Нет связи с Mediatel',
  notRegistered: 'Доступен, но телефон не зарегистрирован',
  noMicrophone: 'Доступен, но микрофон не работает',
  snooze: 'Напомнить через 10 мин',
  snoozeOf: (who) => `Напомнить через 10 минут: ${who}`,
  acknowledge: 'Беру на себя',
  acknowledgeOf: (who) => `Беру на себя: ${who}`,
  acknowledgedBy: (who) => `Этим занимается ${who}`,
  over: 'Это уже прошло',
  unanswered: 'Сервер не отвечает',
  more: (count) => `и ещё ${count}`,
  settings: 'Когда предупреждать',
  minutes: 'минут; пусто — не предупреждать',
  otherPause: 'Любая другая пауза',
  pauseNamed: (pause) => `Пауза «${pause}»`,
  sound: 'Звук',
  notices: 'Системные уведомления',
  noticesDenied: 'Браузер не разрешает уведомлений для этой страницы',
  reset: 'Стандартные настройки компании',
};

export const russianAudit: AuditLabels = {
  title: 'Запросы к операторам',
  refresh: 'Обновить',
  none: 'Ещё никто ничего не просил',
  unreadable: 'Журнал сейчас не читается',
  column: { at: 'Когда', supervisor: 'Кто просил', operator: 'Оператор', request: 'Запрос', outcome: 'Результат' },
  message: (text) => `Сообщение: ${text}`,
  takePause: (pause) => `Поставить на паузу: ${pause}`,
  endPause: 'Завершить паузу',
  logout: 'Вывести из системы',
  restart: 'Перезапустить агента',
  outcome: {
    sent: 'выполнено',
    shown: 'показано на экране',
    refused: 'отклонено рабочим местом',
    away: 'без ответа',
    asked: 'отправлено, исход неизвестен',
    'not-allowed': 'не разрешено',
    invalid: 'недопустимый запрос',
  },
};
