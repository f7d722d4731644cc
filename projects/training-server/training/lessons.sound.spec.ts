import { once } from 'node:events';
import { TrainingClient } from '../client/training-client';
import { readWav } from '../media/wav';
import { level } from '../media/spectrum';
import { ServerUnderTest, type TestSocket } from '../server.fixture';
import { FakeTab } from '../sip/fake-tab';
import type { TimelineEvent } from '../../training-kit';

let server: ServerUnderTest;
let trainer: TrainingClient;
let desk: TestSocket;
let tab: FakeTab;

/** A scenario of one call. Flow style keeps it short. */
const yamlOf = (id: string, call: string): string =>
  `{id: ${id}, version: 1, title: ${id}, about: One call., languages: [en], limitSeconds: 60, calls: [${call}]}`;
const customer = 'customer: {number: "+380661234567", name: Olha, patienceSeconds: 60}';

beforeEach(async () => {
  server = await new ServerUnderTest().startReal();
  trainer = await TrainingClient.signIn({ url: server.url, login: 'trainer1' });
  const cookie = await server.signIn('agent1');
  tab = new FakeTab({ url: `${server.url.replace('http', 'ws')}/ws`, sipLogin: '1001', instance: 'tab', cookie });
  tab.on('invite', (invite) => void tab.answer(invite));
  await tab.connect();
  await tab.register();
  desk = server.connect(cookie);
  await desk.next('data');
  desk.send({ type: 'login', user: 'agent1', password: 'training', extension: '1001' });
  await desk.state('STATE_IDLE');
});
afterEach(async () => {
  tab.close();
  await server.close();
});

/** Starts a scenario of one call, and returns the run's id. */
async function start(id: string, call: string): Promise<string> {
  const cookie = await server.signIn('trainer1');
  const headers = { 'content-type': 'application/yaml' };
  const body = yamlOf(id, call);
  const put = await server.fetch(`/api/training/scenarios/${id}`, { method: 'PUT', body, cookie, headers });
  expect(put.status).toBe(204);
  const [run] = await trainer.startScenario({ scenario: id, trainees: ['agent1'] });
  if (!run) throw new Error('no run');
  return run.id;
}

/** The trainee says something so long, and falls silent. */
async function speak(ms: number): Promise<void> {
  tab.audio.toneHz = 440;
  await tab.audio.speakInTime(ms);
  tab.audio.toneHz = 0;
}

/** Saves the code of the call, waits for the end, and returns what happened in the call. */
async function finish(run: string, code: number): Promise<{ traceId: string; events: TimelineEvent[] }> {
  await desk.state('STATE_CLERICAL');
  desk.send({ type: 'resolutionSet', id: code });
  const { status, reason, traceIds } = await trainer.untilRun(run, undefined, 15_000);
  expect({ status, reason, calls: traceIds.length }).toEqual({ status: 'done', reason: null, calls: 1 });
  const traceId = traceIds[0] ?? '';
  const shown = await server.fetch(`/api/training/runs/${run}`, { cookie: await server.signIn('trainer1') });
  const { timelines } = (await shown.json()) as { timelines: Record<string, TimelineEvent[]> };
  return { traceId, events: timelines[traceId] ?? [] };
}

const typesOf = (events: readonly TimelineEvent[]): string[] =>
  events.flatMap((event) => {
    if (event.type === 'stateChanged') return [];
    if (event.type === 'turn') return [`turn ${event.turn}`];
    return event.type === 'ended' ? [`ended by ${event.by}`] : [event.type];
  });

const momentOf = (events: readonly TimelineEvent[], type: TimelineEvent['type']): number =>
  events.find((event) => event.type === type)?.atMs ?? NaN;

/** When the customer's channel first has sound (ms). */
async function customerSpeaksAt(traceId: string): Promise<number> {
  const [, samples = new Int16Array()] = readWav(Buffer.from(await trainer.recording(traceId))).channels;
  for (let at = 0; at + 160 <= samples.length; at += 160) {
    if (level(samples.subarray(at, at + 160)) > 200) return at / 8;
  }
  return NaN;
}

const incoming = 'direction: incoming, queue: IN_Support, comesAfterSeconds: 0';

describe('a scenario on real calls', () => {
  it('is played: the customer waits for a greeting, speaks and hangs up', async () => {
    const run = await start(
      'incoming-real',
      `{${incoming}, ${customer}, turns: [
        {id: waits, next: [{when: {speech: 0.4}, go: thanks}, {when: {after: 20}, go: end}]},
        {id: thanks, say: Thank you for your help, do: [{hangUp: true}]}]}`,
    );
    await desk.state('STATE_CALL_ACTIVE');
    await trainer.untilRun(run, ({ turn }) => turn === 'waits');
    await speak(800);
    const { traceId, events } = await finish(run, 304);
    expect(typesOf(events)).toEqual([
      ...['ringing', 'answered', 'turn waits', 'turn thanks', 'ended by customer', 'codeSaved'],
    ]);
    const heard = await customerSpeaksAt(traceId);
    const turned = events.find((event) => event.type === 'turn' && event.turn === 'thanks')?.atMs ?? NaN;
    expect(heard - turned).toBeGreaterThanOrEqual(-20);
  });

  it('knows a busy customer', async () => {
    const run = await start('busy-real', `{direction: outgoing, dialled: busy, ${customer}}`);
    desk.send({ type: 'makeCall', phoneNumber: '066 123 45 67', queueName: 'DM_Banks_ManualCalls' });
    const { events } = await finish(run, 14);
    expect(typesOf(events)).toEqual(['ringing', 'ended by customer', 'codeSaved']);
    expect(await server.fetch('/healthz').then((health) => health.json())).toMatchObject({ calls: 0 });
  });

  it('ends when the customer hangs up', async () => {
    const run = await start(
      'hang-up-real',
      `{${incoming}, ${customer}, turns: [
        {id: waits, next: [{when: {after: 0.5}, go: leaves}]}, {id: leaves, do: [{hangUp: true}]}]}`,
    );
    const bye = once(tab, 'bye');
    const { events } = await finish(run, 304);
    await bye;
    expect(typesOf(events)).toEqual([
      'ringing',
      'answered',
      'turn waits',
      'turn leaves',
      'ended by customer',
      'codeSaved',
    ]);
  });

  it('ends when the operator hangs up', async () => {
    const run = await start(
      'hang-up-operator',
      `{${incoming}, ${customer}, turns: [{id: waits, next: [{when: {after: 30}, go: end}]}]}`,
    );
    await trainer.untilRun(run, ({ turn }) => turn === 'waits');
    desk.send({ type: 'closeCall' });
    const { events } = await finish(run, 304);
    expect(typesOf(events)).toEqual(['ringing', 'answered', 'turn waits', 'ended by operator', 'codeSaved']);
  });

  it('hears hold and resume', async () => {
    const run = await start(
      'hold-real',
      `{${incoming}, ${customer}, turns: [
        {id: asks, next: [{when: {held: 0.5}, go: waits}, {when: {after: 20}, go: end}]},
        {id: waits, next: [{when: {resumed: true}, go: thanks}, {when: {held: 20}, go: end}]},
        {id: thanks, say: I have waited, do: [{hangUp: true}]}]}`,
    );
    await trainer.untilRun(run, ({ turn }) => turn === 'asks');
    desk.send({ type: 'holdCall' });
    await trainer.untilRun(run, ({ turn }) => turn === 'waits');
    desk.send({ type: 'retrieveCall' });
    const { traceId, events } = await finish(run, 301);
    expect(typesOf(events)).toEqual([
      ...['ringing', 'answered', 'turn asks', 'held', 'turn waits', 'resumed', 'turn thanks', 'ended by customer'],
      'codeSaved',
    ]);
    expect(momentOf(events, 'resumed') - momentOf(events, 'held')).toBeGreaterThanOrEqual(500);
    expect(await customerSpeaksAt(traceId)).toBeGreaterThanOrEqual(momentOf(events, 'resumed') - 20);
  });

  it('rings a second time during a call, and the phone refuses', async () => {
    tab.removeAllListeners('invite');
    const statuses: number[] = [];
    tab.on('invite', (invite) => {
      if (tab.session) {
        statuses.push(486);
        invite.reject({ statusCode: 486 });
      } else void tab.answer(invite);
    });
    const run = await start(
      'second-call-real',
      `{${incoming}, ${customer}, turns: [
        {id: busy, do: [{secondCall: 5}], next: [{when: {after: 1.5}, go: leaves}]}, {id: leaves, do: [{hangUp: true}]}]}`,
    );
    const { traceId, events } = await finish(run, 304);
    expect(statuses).toEqual([486]);
    expect(typesOf(events)).toEqual([
      ...['ringing', 'answered', 'turn busy', 'fault', 'turn leaves', 'ended by customer', 'codeSaved'],
    ]);
    // The second call has a number of its own, and no recording.
    const second = String(Number(traceId) + 1);
    await expect(trainer.recording(second)).rejects.toMatchObject({ status: 404 });
  });
});
