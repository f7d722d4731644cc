import { expect, test } from '@playwright/test';
import { stillServes, underSiege } from './siege';
import { SipWire } from './sip-wire';
import { tortureMessages } from './torture-messages';

const server = underSiege(test, 6);

for (const { section, why, answers, frame } of tortureMessages) {
  test(`RFC 4475 ${section}: ${why}`, async () => {
    const wire = await SipWire.open(server.url, await server.cookie('agent1'));
    wire.send(frame);
    await wire.settled();
    const given = wire.answers.slice(0, -1);
    expect(given.length, given.map(({ first }) => first).join(', ')).toBeLessThanOrEqual(1);
    expect(answers).toContain(given[0]?.status ?? null);
    expect(wire.isOpen).toBe(true);
    wire.close();
  });
}

test('after all of them a REGISTER and a log-in work', async () => {
  await stillServes(server);
});
