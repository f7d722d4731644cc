import type { AgentChange, AgentClientApp, MediatelAgent } from 'mediatel-lib/rest';

/** The `ClientApp`'s settings that the form has as check boxes, and those that it has as numbers. */
export const answerFlags = ['inbound', 'predictive', 'manual', 'other'] as const;
export const clientAppAmounts = ['delay', 'clericalReminder', 'dialOut'] as const;
export type ClientAppFlag = (typeof answerFlags)[number] | 'popupPause';
export type ClientAppAmount = (typeof clientAppAmounts)[number];

/** What the administrator sees and changes of an operator, as the fields hold it. */
export type OperatorForm = Readonly<
  Record<'login' | 'details' | 'extension', string> & Record<ClientAppFlag, boolean> & Record<ClientAppAmount, string>
>;

const flagNames = { inbound: 'Inbound', predictive: 'Predictive', manual: 'Manual', other: 'Other' } as const;

/** The form of an operator as it is stored. A setting that is not stored has the desk's own value. */
export function formOf({ Login, Details, PersNumbers, ClientApp }: MediatelAgent): OperatorForm {
  const auto = ClientApp?.AutoAnswer;
  return {
    login: Login,
    details: Details ?? '',
    extension: PersNumbers?.[0] ?? '',
    inbound: auto?.Inbound ?? true,
    predictive: auto?.Predictive ?? true,
    manual: auto?.Manual ?? true,
    other: auto?.Other ?? true,
    popupPause: ClientApp?.ShowPopupPause ?? false,
    delay: String(auto?.Time ?? 0),
    clericalReminder: String(ClientApp?.ClericalReminder ?? 0),
    dialOut: String(ClientApp?.TimeForDialOut ?? 0),
  };
}

/** The fields of a form that differ from the stored operator. */
export function typedIn(agent: MediatelAgent, form: OperatorForm): Partial<OperatorForm> {
  const stored: Readonly<Record<string, unknown>> = formOf(agent);
  return Object.fromEntries(Object.entries(form).filter(([name, value]) => value !== stored[name]));
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The partial change that leads from the stored operator to the form; `null` if they are the same. */
export function changeOf(agent: MediatelAgent, form: OperatorForm): AgentChange | null {
  const before = formOf(agent);
  const change: Writable<AgentChange> = {};
  if (form.login !== before.login) change.Login = form.login.trim();
  if (form.details !== before.details) change.Details = form.details.trim();
  if (form.extension !== before.extension) {
    change.PersNumbers = [...(form.extension === '' ? [] : [form.extension]), ...(agent.PersNumbers ?? []).slice(1)];
  }
  const clientApp = clientAppChange(before, form);
  if (Object.keys(clientApp).length > 0) change.ClientApp = clientApp;
  return Object.keys(change).length > 0 ? change : null;
}

function clientAppChange(before: OperatorForm, form: OperatorForm): AgentClientApp {
  const change: Writable<AgentClientApp> = {};
  const auto: Writable<NonNullable<AgentClientApp['AutoAnswer']>> = {};
  for (const flag of answerFlags) if (form[flag] !== before[flag]) auto[flagNames[flag]] = form[flag];
  if (form.delay !== before.delay) auto.Time = amountOf(form.delay);
  if (Object.keys(auto).length > 0) change.AutoAnswer = auto;
  if (form.popupPause !== before.popupPause) change.ShowPopupPause = form.popupPause;
  if (form.clericalReminder !== before.clericalReminder) change.ClericalReminder = amountOf(form.clericalReminder);
  if (form.dialOut !== before.dialOut) change.TimeForDialOut = amountOf(form.dialOut);
  return change;
}

/** Mediatel checks the number. An empty field is 0. */
const amountOf = (text: string): number => Number(text.trim().replace(',', '.'));
