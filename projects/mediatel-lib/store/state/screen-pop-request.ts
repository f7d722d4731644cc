import type { ScreenPop } from 'mediatel-lib/protocol';

/** What Mediatel says about the customer's card to open for a call. `null`: Mediatel says nothing. */
export interface ScreenPopRequest {
  /** The call's id at Mediatel. */
  readonly callTraceID: string;
  /** This tab's own number of the call. */
  readonly callNumber: number | null;
  /** Mediatel's id of the customer. */
  readonly callCustomerID: string | null;
  /** The customer's phone number. */
  readonly ani: string | null;
  /** The queue of the call. */
  readonly queueName: string | null;
  /** The snapshot's `crmConnectTarget`, unchanged. */
  readonly crmConnectTarget: string | null;
  /** The snapshot's `crmConnectType`, unchanged. */
  readonly crmConnectType: string | null;
  /** The page in `webServer`: an http(s) URL, never code to run; `null` if there is none or it can't be read. */
  readonly page: ScreenPop | null;
}
