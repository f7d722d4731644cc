/** A call's result that an operator may choose, as on the wire: all strings. */
export interface CallCode {
  readonly Name: string;
  readonly ID: string;
  readonly ActionFlag: string;
}

/** A queue (campaign) that calls belong to. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  /** Whether operators may dial for it. The snapshot's `queues` lists only such queues. */
  readonly outgoing: boolean;
  /** Longest wanted duration of a call in seconds; 0: no limit. */
  readonly maxCallSeconds: number;
  readonly multipleCallCodes: boolean;
  readonly callCodes: readonly CallCode[];
}

const code = (ID: string, Name: string, ActionFlag = '0'): CallCode => ({ Name, ID, ActionFlag });

/** The training centre's queues. Names and codes are modelled on the documented examples, in the languages operators meet. */
export const trainingQueues: readonly Queue[] = [
  {
    id: '7',
    name: 'DM_Banks_ManualCalls',
    outgoing: true,
    maxCallSeconds: 180,
    multipleCallCodes: false,
    callCodes: [
      code('4', '10. Обіцянка про оплату'),
      code('5', '11. Часткова оплата'),
      code('6', '20. Передзвонити пізніше', '1'),
      code('7', '30. Відмова від оплати'),
      code('8', '40. Третя особа: залишено повідомлення для клієнта з проханням зателефонувати'),
      code('13', '50. Немає відповіді', '2'),
      code('14', '51. Зайнято', '2'),
      code('15', '60. Номер не належить клієнту'),
    ],
  },
  {
    id: '9',
    name: 'DM_MFO_1',
    outgoing: true,
    maxCallSeconds: 180,
    multipleCallCodes: false,
    callCodes: [
      code('104', '10. Обещание об оплате'),
      code('105', '11. Оплачено'),
      code('106', '20. Перезвонить', '1'),
      code('107', '30. Отказ'),
      code('113', '50. Нет ответа', '2'),
      code('114', '51. Автоответчик', '2'),
    ],
  },
  {
    id: '12',
    name: 'Q_P_2_Manual',
    outgoing: true,
    maxCallSeconds: 0,
    multipleCallCodes: true,
    callCodes: [
      code('201', 'Interested'),
      code('202', 'Offer sent by e-mail'),
      code('203', 'Call back', '1'),
      code('204', 'Not interested'),
      code('205', 'Wrong number'),
      code('206', 'No answer', '2'),
    ],
  },
  {
    id: '21',
    name: 'IN_Support',
    outgoing: false,
    maxCallSeconds: 600,
    multipleCallCodes: true,
    callCodes: [
      code('301', 'Консультація надана'),
      code('302', 'Скарга зареєстрована'),
      code('303', 'Переведено на другу лінію'),
      code('304', 'Call dropped'),
    ],
  },
  {
    id: '31',
    name: 'PD_Telemarketing',
    outgoing: false,
    maxCallSeconds: 120,
    multipleCallCodes: false,
    callCodes: [
      code('401', 'Згода'),
      code('402', 'Відмова'),
      code('403', 'Передзвонити', '1'),
      code('404', 'Автовідповідач', '2'),
    ],
  },
];

/** The queue of predictive calls, and of incoming calls without one. */
export const incomingQueueName = 'IN_Support';
export const predictiveQueueName = 'PD_Telemarketing';
