import { expect } from '@playwright/test';
import { tableOf } from '../../projects/probe/cli/table';
import { ProbedServer, probed, renewedCall } from '../../projects/probe/probe.fixture';
import type { ProbeReport } from '../../projects/probe/probe';
import { FakeTelephony } from '../../projects/training-server';
import type { CallHandle, CallProgress, CallRequest } from '../../projects/training-server/telephony/telephony';
import type { Customer } from './customer';
import { CustomerScript } from './customer-script';
import { password, test } from './interop';
import { ways } from './resumed-call';

/** The training server's farm, whose calls are those of the customers at Kamailio. */
class CustomersAsVoice extends FakeTelephony {
  customer: Customer | null = null;
  readonly #call: () => Promise<Customer>;

  constructor(call: () => Promise<Customer>) {
    super();
    this.#call = call;
  }

  override startCall(request: CallRequest, report: (progress: CallProgress) => void): CallHandle {
    const answered = this.#call().then(async (customer) => {
      this.customer = customer;
      customer.audio.speaks = 'echo';
      await customer.tells('answered');
      for (const type of ['operatorRinging', 'operatorAnswered', 'customerRinging', 'customerAnswered'] as const)
        report({ type });
      return customer;
    });
    const end = async (): Promise<void> => {
      (await answered).goOn();
      report({ type: 'ended', by: 'operator' });
    };
    const nothing = (): void => undefined;
    return {
      callTraceId: request.callTraceId,
      ...{ dialCustomer: nothing, connectCustomer: nothing, hold: nothing, retrieve: nothing, setMuted: nothing },
      end: () => void end(),
    };
  }
}

/** A probe's call that is taken to other pages, at Kamailio. */
const renewedAt = (server: { readonly webSocketPort: number }) => ({
  call: renewedCall,
  patienceMs: 8000,
  sip: `ws://127.0.0.1:${server.webSocketPort}/`,
  sipAccount: { login: '1001', password, realm: 'interop.test' },
});

const verdicts = ({ rows }: ProbeReport): readonly string[] =>
  rows.filter(({ claim }) => claim.id.startsWith('renewal.')).map(({ claim, verdict }) => `${claim.id}: ${verdict}`);

for (const { found, gruu, details } of ways)
  test.describe(`the probe, found by ${found}`, details, () => {
    test.use({ gruu });

    test('takes its call to two other pages, and says that rtpengine renews', async ({ server, call }) => {
      const script = new CustomerScript(`probed, ${found}`).calls().accepts().accepts().waits().hangsUp();
      const voice = new CustomersAsVoice(() => call(script));
      const farm = await new ProbedServer().start({ CLERICAL_SECONDS: '30' }, undefined, voice);
      try {
        const report = await probed(await farm.options(renewedAt(server)));
        for (const { claim, verdict, detail } of report.rows)
          if (claim.id.startsWith('renewal.')) process.stdout.write(`      ${claim.id}: ${verdict}: ${detail}\n`);
        expect(verdicts(report)).toEqual(
          ['accepted', 'heard', 'old-path', 'requests'].map((claim) => `renewal.${claim}: held`),
        );
        expect(report.seen.call?.renewals).toMatchObject(
          ['reload', 'move'].map((how) => ({
            how,
            tries: 1,
            status: 200,
            heard: { isSound: true, heardBy: ['echo'] },
          })),
        );
        expect(tableOf(report)).toContain('\n`resumeCalls` can stay on: a call outlives its page here.\n');
        expect(await voice.customer?.verdict()).toBe(0);
      } finally {
        await farm.close();
      }
    });
  });

test('the probe says that a call does not outlive its page where Kamailio refuses', async ({ server, call }) => {
  const voice = new CustomersAsVoice(() => call(new CustomerScript('probed, refused').calls().waits().hangsUp()));
  const farm = await new ProbedServer().start({ CLERICAL_SECONDS: '30' }, undefined, voice);
  try {
    await server.set('refused', 488);
    const report = await probed(await farm.options(renewedAt(server)));
    expect(tableOf(report)).toContain('\nSet `resumeCalls: false`: a call does not outlive its page here (488 ');
  } finally {
    await farm.close();
  }
});
