import type { AgentClientApp } from 'mediatel-lib/protocol';

/** The kinds of call that `AutoAnswer` distinguishes. `other`: a call whose kind no snapshot gives. */
export type AutoAnswerKind = 'predictive' | 'inbound' | 'manual' | 'other';

/** What an operator's `ClientApp` decides at the desk, read and checked. */
export interface OperatorRules {
  /** Whether each kind of call may be answered automatically. `autoAnswer` of the configuration decides first. */
  readonly answers: Readonly<Record<AutoAnswerKind, boolean>>;
  /** How long a call rings before it is answered automatically (ms). */
  readonly answerDelay: number;
  /** After how much after-call work the operator is reminded, in seconds; `null`: never. */
  readonly clericalReminder: number | null;
  /** After how long an unanswered dialled call is offered to be cancelled, in seconds; `null`: never. */
  readonly dialOutLimit: number | null;
  /** Whether the list of pauses opens by itself after a log-in and after a Force Pause. */
  readonly opensPauseList: boolean;
}

/** Longer than any telephone rings (ms): a larger delay is a mistake, and would lose every call. */
const longestDelay = 60_000;

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** Mediatel sends numbers and flags as texts too. */
function flagOf(value: unknown, otherwise: boolean): boolean {
  if (value === true || value === 1 || value === '1' || value === 'true') return true;
  if (value === false || value === 0 || value === '0' || value === 'false') return false;
  return otherwise;
}

/** `null` for 0 too: Mediatel's way to say “none”. */
function amountOf(value: unknown): number | null {
  const amount = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) && amount > 0 ? amount : null;
}

/**
 * Reads an operator's `ClientApp`, as a host hands it on from the REST API. A field that is missing or unreadable
 * leaves the desk as it is without a `ClientApp`.
 */
export function readOperatorRules(clientApp: AgentClientApp | null | undefined): OperatorRules {
  const given = fieldsOf(clientApp);
  const auto = fieldsOf(given['AutoAnswer']);
  const delay = amountOf(auto['Time']) ?? 0;
  return {
    answers: {
      predictive: flagOf(auto['Predictive'], true),
      inbound: flagOf(auto['Inbound'], true),
      manual: flagOf(auto['Manual'], true),
      other: flagOf(auto['Other'], true),
    },
    answerDelay: delay <= longestDelay ? delay : 0,
    clericalReminder: amountOf(given['ClericalReminder']),
    dialOutLimit: amountOf(given['TimeForDialOut']),
    opensPauseList: flagOf(given['ShowPopupPause'], false),
  };
}
