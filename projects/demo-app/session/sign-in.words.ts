import type { InEveryLanguage } from '../kit/page-language';
import type { SessionErrorReason } from './session-error';
import type { Role } from './user';

export interface SignInWords {
  readonly greeting: string;
  readonly lead: string;
  readonly login: string;
  readonly password: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly phoneLeft: string;
  readonly replay: string;
  readonly language: string;
  readonly problems: Readonly<Record<SessionErrorReason, string>>;
  readonly demo: {
    readonly title: string;
    /** A role as the name of its button, and what it sees. */
    readonly roles: Readonly<Record<Role, { readonly name: string; readonly sees: string }>>;
    readonly others: (logins: string, password: string) => string;
  };
}

/** The texts of the sign-in page. */
export const signInWords: InEveryLanguage<SignInWords> = {
  en: {
    greeting: 'Good to see you.',
    lead: 'Sign in to your customers and your phone.',
    login: 'Login',
    password: 'Password',
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    phoneLeft: 'Mediatel could not be reached: your phone may still be logged in there. Sign in again to log out.',
    replay: 'Replay a support report',
    language: 'Language',
    problems: {
      wrongCredentials: 'This login and password do not belong together.',
      tooManyAttempts: 'There were too many attempts with a wrong password. Wait a few minutes, then try again.',
      unreachable: 'The server does not answer. Is it running? What you typed is kept: try again.',
      unreadable: 'The server answered something this page does not understand.',
    },
    demo: {
      title: 'Or look around as',
      roles: {
        operator: { name: 'Operator', sees: 'customers, the phone, training calls' },
        supervisor: { name: 'Supervisor', sees: 'the team live, alerts, the day' },
        trainer: { name: 'Trainer', sees: 'trainees’ desks, scenarios, scores' },
        admin: { name: 'Administrator', sees: 'accounts and extensions' },
      },
      others: (logins, password) => `Others: ${logins}. All have the password ${password}.`,
    },
  },
  uk: {
    greeting: 'Раді вас бачити.',
    lead: 'Увійдіть до своїх клієнтів і телефону.',
    login: 'Логін',
    password: 'Пароль',
    signIn: 'Увійти',
    signingIn: 'Вхід…',
    phoneLeft: 'Mediatel був недоступний: ваш телефон, можливо, ще в системі. Увійдіть знову, щоб вийти.',
    replay: 'Відтворити звіт для підтримки',
    language: 'Мова',
    problems: {
      wrongCredentials: 'Неправильний логін або пароль.',
      tooManyAttempts: 'Забагато спроб із неправильним паролем. Зачекайте кілька хвилин і спробуйте знову.',
      unreachable: 'Сервер не відповідає. Чи він запущений? Введене збережено: спробуйте ще раз.',
      unreadable: 'Сервер відповів щось незрозуміле для цієї сторінки.',
    },
    demo: {
      title: 'Або огляньтеся тут як',
      roles: {
        operator: { name: 'Оператор', sees: 'клієнти, телефон, навчальні дзвінки' },
        supervisor: { name: 'Супервізор', sees: 'команда наживо, сповіщення, день' },
        trainer: { name: 'Тренер', sees: 'робочі місця учнів, сценарії, оцінки' },
        admin: { name: 'Адміністратор', sees: 'облікові записи й номери' },
      },
      others: (logins, password) => `Інші: ${logins}. Пароль у всіх ${password}.`,
    },
  },
  ru: {
    greeting: 'Рады вас видеть.',
    lead: 'Войдите к своим клиентам и телефону.',
    login: 'Логин',
    password: 'Пароль',
    signIn: 'Войти',
    signingIn: 'Вход…',
    phoneLeft: 'Mediatel был недоступен: ваш телефон, возможно, ещё в системе. Войдите снова, чтобы выйти.',
    replay: 'Воспроизвести отчёт для поддержки',
    language: 'Язык',
    problems: {
      wrongCredentials: 'Неправильный логин или пароль.',
      tooManyAttempts: 'Слишком много попыток с неправильным паролем. Подождите несколько минут и попробуйте снова.',
      unreachable: 'Сервер не отвечает. Запущен ли он? Введённое сохранено: попробуйте ещё раз.',
      unreadable: 'Сервер ответил что-то непонятное для этой страницы.',
    },
    demo: {
      title: 'Или осмотритесь здесь как',
      roles: {
        operator: { name: 'Оператор', sees: 'клиенты, телефон, учебные звонки' },
        supervisor: { name: 'Супервизор', sees: 'команда вживую, оповещения, день' },
        trainer: { name: 'Тренер', sees: 'рабочие места учеников, сценарии, оценки' },
        admin: { name: 'Администратор', sees: 'учётные записи и номера' },
      },
      others: (logins, password) => `Другие: ${logins}. Пароль у всех ${password}.`,
    },
  },
};
