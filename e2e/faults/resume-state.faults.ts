import { Host, now } from './host';
import { measured } from './measured';
import { echo } from '../heard';
import { expect, type Returning, test } from './returning';
import { severalTabs } from '../several-tabs';
import { everydayIf, full, isFull } from '../everyday';
import { storedCall } from '../stored-of-account';

const reloads = isFull ? 50 : 3;

test.use(severalTabs);

/** What a host hears of a call's beginning; each once in the life of a call. */
const announcements = ['Call Started', 'Answered', 'Invited', 'Call Missed'] as const;

/** What a page says of a call that began before it: once. */
const known = ['Call Started'];

/** The page's announcements since then, by name. */
async function announced(host: Host, since: number): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of announcements) for (const { at } of await host.seen(name)) if (at >= since) found.push(name);
  return found;
}

const millisecondsTalked = (returning: Returning): Promise<number> =>
  returning.page.evaluate(() => {
    const answeredAt = window.host.state().softphone.call?.answeredAt;
    return answeredAt == null ? Number.NaN : performance.now() - answeredAt;
  });

test('muted: the next page is muted, the customer hears nothing until the operator unmutes', async ({ returning }) => {
  const { host } = returning;
  await returning.talks();
  await host.give('setMuted', { muted: true });
  await host.reaches(({ softphone }) => softphone.call?.muted === true);
  const before = await millisecondsTalked(returning);
  const leftAt = now();
  const back = await returning.reload();
  await host.saw('Reconnected', back);
  const { softphone, agent } = await host.state();
  expect(softphone.call).toMatchObject({ muted: true });
  expect(agent.phase).toBe('talking');
  // The timer goes on from the answer.
  measured('the timer differs', Math.abs((await millisecondsTalked(returning)) - before - (now() - leftAt)), 1000);
  expect(await returning.sentEnergy()).toBe(0);
  await host.give('setMuted', { muted: false });
  await host.reaches(({ softphone: { call } }) => call?.muted === false);
  expect(await returning.sentEnergy()).toBeGreaterThan(0);
  await returning.heardBothWays();
  expect(await announced(host, back)).toEqual(known);
  returning.nobodyEndedIt();
  await host.finish();
});

test('on hold: the next page is on hold, and retrieves when the operator says so', async ({ returning }) => {
  const { host } = returning;
  await returning.talks();
  await host.give('hold');
  await host.phase('held');
  returning.link.mediatel.forget();
  const back = await returning.reload();
  await host.saw('Reconnected', back);
  await host.phase('held');
  expect([returning.commanded('holdCall'), returning.commanded('retrieveCall')]).toEqual([0, 0]);
  await host.give('retrieve');
  await host.phase('talking');
  await returning.heardBothWays();
  expect((await announced(host, back)).filter((name) => !known.includes(name))).toEqual([]);
  returning.nobodyEndedIt();
  await host.finish();
});

test(`${reloads} reloads in one call: each page has it back, and it is announced once`, async ({ returning }) => {
  const { host } = returning;
  await returning.talks();
  const trace = (await host.state()).agent.callTraceID;
  for (let reload = 1; reload <= reloads; reload += 1) {
    const back = await returning.reload();
    await host.saw('Reconnected', back);
    await returning.heardBothWays();
    expect((await host.state()).agent.callTraceID).toBe(trace);
    expect(await announced(host, back)).toEqual(known);
  }
  returning.nobodyEndedIt();
  await host.finish();
});

test('after-call: a reload finds it as it was, with no call of the phone', full, async ({ returning }) => {
  const { host } = returning;
  await returning.talks();
  await host.give('hangUp');
  await host.phase('clerical');
  const trace = (await host.state()).agent.callTraceID;
  const back = await returning.reload();
  await host.phase('clerical');
  expect((await host.state()).agent.callTraceID).toBe(trace);
  expect(await host.seen('Resumed')).toEqual([]);
  expect(await announced(host, back)).toEqual([]);
  await host.saveCode();
  await host.phase('available');
});

const foreign = {
  'no JSON': () => '{"version":1,',
  'of another version': (text: string) => JSON.stringify({ ...JSON.parse(text), version: 99 }),
  'of another operator': (text: string) => JSON.stringify({ ...JSON.parse(text), owner: 'wss://x/ws 1002 y z' }),
  'without a dialog': (text: string) => JSON.stringify({ ...JSON.parse(text), dialog: null }),
  'with an address that is none': (text: string) => {
    const record = JSON.parse(text) as { dialog: object };
    return JSON.stringify({ ...record, dialog: { ...record.dialog, remoteTarget: '\r\nBYE x' } });
  },
  'of four megabytes': (text: string) => JSON.stringify({ ...JSON.parse(text), owner: 'x'.repeat(4_000_000) }),
} as const;

for (const [what, made] of Object.entries(foreign))
  test(
    `a record ${what}: the phone starts without it, and the next call works`,
    everydayIf(what === 'no JSON'),
    async ({ returning }) => {
      const { host, page } = returning;
      await returning.talks();
      await returning.leave();
      await returning.store(made(JSON.stringify(await returning.record())));
      await returning.comeBack();
      await host.reaches(({ softphone }) => softphone.registration.status === 'registered');
      await host.phase('talking');
      expect((await host.state()).softphone.call).toBeNull();
      await host.finish();
      await host.talk(echo);
      await returning.heardBothWays();
      await host.finish();
      expect(await storedCall(page)).toBeNull();
    },
  );

for (const hours of [-1, 1])
  test(
    `the wall clock stepped by ${hours} h while the page was away: the phone starts`,
    everydayIf(hours === 1),
    async ({ returning }) => {
      const { host } = returning;
      await returning.talks();
      await returning.leave();
      await returning.age(hours * 3600);
      await returning.comeBack();
      await host.reaches(({ softphone }) => softphone.registration.status === 'registered');
      await host.phase('talking');
      expect((await host.state()).softphone.call).toBeNull();
      await host.finish();
    },
  );

for (const first of ['mediatel', 'sip'] as const)
  test(`a cut and a reload together, ${first} back first: the call is back`, async ({ returning }) => {
    const { host, link } = returning;
    await returning.talks();
    for (const line of link.sockets) line.cut();
    const back = await returning.reload();
    await host.registrationIs('waiting', back);
    link[first].restore();
    if (first === 'sip') await host.saw('Reconnected', back);
    // Not `talking`: a page that has been without sound for 3 s has put the customer on hold.
    else await host.reaches(({ link: { synced } }) => synced);
    const last = first === 'sip' ? link.mediatel : link.sip;
    const restored = now();
    last.restore();
    await host.reaches(({ softphone, agent, link: { synced } }) => {
      const isBack = softphone.call !== null && softphone.call.isReturning !== true;
      return synced && isBack && agent.phase === 'talking';
    });
    measured('the call is back after both links', now() - restored, 3000);
    await returning.heardBothWays();
    returning.nobodyEndedIt();
    await host.finish();
  });

test('the renderer crashes, and the CRM is opened again: the call is back', async ({ returning, context, login }) => {
  const first = new Host(await context.newPage(), login);
  await first.begin();
  await first.talk(echo);
  await first.talksOn();
  const crashed = first.page.waitForEvent('crash');
  await first.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const back = await returning.comeBack();
  measured('the call is back after a crash', (await returning.host.saw('Reconnected', back)).at - back, 6000);
  await returning.host.phase('talking');
  await returning.heardBothWays();
  returning.nobodyEndedIt();
  await returning.recordedBothWays();
});
