import type { ScreenPop } from 'mediatel-lib/protocol';

/** Which card to raise for a call, as far as Mediatel says. */
export interface ScreenPopRequest {
  readonly callTraceID: string;
  readonly callNumber: number | null;
  readonly callCustomerID: string | null;
  readonly ani: string | null;
  readonly queueName: string | null;
  readonly crmConnectTarget: string | null;
  readonly crmConnectType: string | null;
  /** The page in `webServer`, http(s) only, never to be run; `null` where there is none or it could not be read. */
  readonly page: ScreenPop | null;
}
