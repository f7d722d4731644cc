import { expect, test } from '@playwright/test';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stillServes, underSiege } from './siege';
import { SipWire } from './sip-wire';
import { tortureMessages } from './torture-messages';

const server = underSiege(test, 6);

for (const { section, why, answer, frame } of tortureMessages) {
  test(`RFC 4475 ${section}: ${why}`, async () => {
    const wire = await SipWire.open(server.url, await server.cookie('agent1'));
    wire.send(frame);
    await wire.settled();
    const given = wire.answers.slice(0, -1);
    expect(given.map(({ status }) => status)).toEqual(answer === null ? [] : [answer]);
    expect(wire.isOpen).toBe(true);
    wire.close();
  });
}

test('the messages of section 3.1.1 are the RFC’s, byte for byte', () => {
  const sums = readFileSync(new URL('rfc4475/SHA256SUMS', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  expect(sums).toHaveLength(13);
  for (const line of sums) {
    const [sum, file] = line.split('  ');
    const bytes = readFileSync(new URL(`rfc4475/${file}`, import.meta.url));
    expect([file, createHash('sha256').update(bytes).digest('hex')]).toEqual([file, sum]);
  }
});

test('after all of them a REGISTER and a log-in work', async () => {
  await stillServes(server);
});
