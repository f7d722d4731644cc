import type { CallDirection, CallParticulars } from '../agent/agent-state';
import { nationalNumber } from '../agent/phone-number';
import { localTime } from '../agent/wire-snapshot';
import type { CallRecord, CallStore } from './call-store';

/** Numbers of the customers of predictive calls, in turn. They talk, echo, and hang up after a while. */
export const predictiveNumbers = ['0661234501', '0661234505', '0661234504'] as const;

/** Gives a call its id and its customer. */
export class CustomerDirectory {
  readonly #calls: CallStore;
  readonly #publicUrl: () => string;

  /** `publicUrl`: this server's address for browsers, without a slash at the end. */
  constructor(calls: CallStore, publicUrl: () => string) {
    this.#calls = calls;
    this.#publicUrl = publicUrl;
  }

  particulars(number: string, direction: CallDirection): CallParticulars {
    const traceId = this.#calls.newTraceId();
    const customerId = customerIdOf(number);
    const url = `${this.#publicUrl()}/customers/${customerId}?calltraceID=${traceId}&ani=${encodeURIComponent(number)}`;
    return {
      traceId,
      customerId,
      history: this.#calls.withCustomer(customerId).map(historyRow),
      screenPop:
        direction === 'outgoing'
          ? ''
          : `javascript:window.external.CRMNavigate("CustomerCard","Customer ${customerId}","${url}",false);`,
    };
  }
}

/** The same customer for the same number, with or without Ukraine's code, before and after a restart. */
export function customerIdOf(number: string): string {
  let hash = 0;
  for (const character of nationalNumber(number)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 900_000;
  return String(39_100_000 + hash);
}

const callTypes: Readonly<Record<string, string>> = { incoming: '1', predictive: '2', outgoing: '3' };

/** The first four keys are documented. The rest are ours, because real servers send more than is documented. */
function historyRow(call: CallRecord): Readonly<Record<string, string>> {
  return {
    MCC_SAMPLEID: call.customerId,
    MCC_CHANNEL: '35',
    MCC_CALLTYPE: callTypes[call.direction] ?? '-1',
    MCC_CALLBACKID: '-1',
    MCC_TRACEID: call.traceId,
    MCC_STARTTIME: localTime(call.start),
    MCC_DURATION: String(call.duration ?? 0),
    MCC_AGENT: call.operator,
    MCC_QUEUE: call.queue,
    MCC_RESULT: call.codes.join('; '),
  };
}
