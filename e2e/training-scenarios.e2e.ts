import { readdirSync, readFileSync } from 'node:fs';
import { type Browser, type Page, expect, request, test } from '@playwright/test';
import type { ScoreRule } from '../projects/training-kit';
import { MadeUpTrainee } from './made-up-trainee';
import { severalTabs } from './several-tabs';
import { everydayIf } from './everyday';

test.use(severalTabs);

/**
 * Each scenario that the training server brings, played on the real desk by a trainee who does it right and by one who does
 * it wrong, at the same time. The score says which is which, from the recordings.
 */

// Two servers, each with its own file of calls: the tests of this file share both.
test.describe.configure({ mode: 'parallel' });

type Act = (trainee: MadeUpTrainee) => Promise<void>;

interface Lesson {
  readonly id: string;
  readonly title: string;
  /** How long the polite trainee speaks in answer (ms). */
  readonly politeMs: number;
  readonly right: Act;
  readonly wrong: Act;
  /** The rules that the second trainee breaks. */
  readonly missed: readonly ScoreRule[];
}

const dial =
  (number: string, queue?: string): Act =>
  async ({ desk, page }) => {
    if (queue !== undefined) {
      await desk.root.getByRole('combobox').click();
      await page.getByRole('option', { name: queue, exact: true }).click();
    }
    await desk.call(number);
  };

/** Silent in a call, then gone with the wrong result. */
const rude =
  (code: string, first?: Act): Act =>
  async (trainee) => {
    await first?.(trainee);
    await trainee.desk.shows('In a call', 25_000);
    await expect(trainee.desk.timer).toHaveText(/00:0[4-9]/);
    await trainee.finish(code);
  };

/** Greets first, and answers politely until the customer is in this turn. */
const greets = async (trainee: MadeUpTrainee, last: string): Promise<void> => {
  await trainee.desk.shows('In a call', 25_000);
  await trainee.speak(1500);
  await trainee.turn(last);
};

const lessons: readonly Lesson[] = [
  {
    id: 'first-outgoing-call',
    title: 'First outgoing call',
    politeMs: 2300,
    right: async (trainee) => {
      await dial('0661234501')(trainee);
      await trainee.turn('says-goodbye');
      await trainee.finish('10.');
    },
    wrong: rude('50.', dial('0661234501')),
    missed: ['greeting', 'reaches', 'code'],
  },
  {
    id: 'incoming',
    title: 'Incoming call',
    politeMs: 3300,
    right: async (trainee) => {
      await greets(trainee, 'thanks');
      await trainee.finish('Консультація надана');
    },
    wrong: rude('Скарга'),
    missed: ['greeting', 'reaches', 'code'],
  },
  {
    id: 'busy',
    title: 'The line is busy',
    politeMs: 0,
    right: async (trainee) => {
      await dial('0661234502')(trainee);
      await trainee.save('51.');
    },
    wrong: async (trainee) => {
      await dial('0661234502')(trainee);
      await trainee.save('50.');
    },
    missed: ['code'],
  },
  {
    id: 'no-answer',
    title: 'No answer',
    politeMs: 0,
    right: async (trainee) => {
      await dial('0661234503')(trainee);
      await trainee.desk.shows('Ringing');
      await trainee.desk.press('Cancel', 'Ringing');
      await trainee.save('50.');
    },
    wrong: async (trainee) => {
      await dial('0661234503')(trainee);
      await trainee.desk.shows('Ringing');
      await trainee.desk.press('Cancel', 'Ringing');
      await trainee.save('51.');
    },
    missed: ['code'],
  },
  {
    id: 'caller-hangs-up',
    title: 'The caller hangs up',
    politeMs: 2300,
    right: async (trainee) => {
      await greets(trainee, 'begins');
      await trainee.save('Call dropped', 'Paid 1200 on Monday, the app does not show it');
    },
    wrong: async (trainee) => {
      await trainee.desk.shows('In a call', 25_000);
      await trainee.save('Консультація надана');
    },
    missed: ['greeting', 'reaches', 'code', 'note'],
  },
  {
    id: 'hold-and-resume',
    title: 'Hold and resume',
    politeMs: 2300,
    right: async (trainee) => {
      await greets(trainee, 'agrees');
      await trainee.desk.button('Hold').click();
      await trainee.desk.shows('On hold');
      await trainee.desk.button('Resume').click();
      await trainee.desk.shows('In a call');
      await trainee.speak(2300);
      await trainee.turn('thanks');
      await trainee.finish('Консультація надана');
    },
    // Holds without a word, and comes back without one.
    wrong: async (trainee) => {
      await greets(trainee, 'asks');
      await trainee.desk.button('Hold').click();
      await trainee.turn('held-without-a-word');
      await trainee.desk.button('Resume').click();
      await trainee.turn('gives-up');
      await trainee.save('Скарга');
    },
    missed: ['thankAfterHold', 'reaches', 'code'],
  },
  {
    id: 'promise-to-pay',
    title: 'Promise to pay',
    politeMs: 2800,
    right: async (trainee) => {
      await dial('0952817306')(trainee);
      await trainee.turn('agrees');
      await trainee.finish('10.', 'Pays 2000 on the twentieth');
    },
    wrong: rude('30.', dial('0952817306')),
    missed: ['greeting', 'reaches', 'code', 'note'],
  },
  {
    id: 'wrong-number',
    title: 'Wrong number',
    politeMs: 1800,
    right: async (trainee) => {
      await dial('0968519867')(trainee);
      await trainee.turn('forgives');
      await trainee.finish('60.');
    },
    wrong: rude('10.', dial('0968519867')),
    missed: ['greeting', 'reaches', 'code'],
  },
  {
    id: 'force-pause-recovery',
    title: 'Force Pause and recovery',
    politeMs: 2800,
    right: async (trainee) => {
      await trainee.desk.shows(/Force Pause/, 30_000);
      await trainee.desk.press('End the pause', 'Pause');
      await greets(trainee, 'thanks');
      await trainee.finish('Консультація надана');
    },
    wrong: async (trainee) => {
      await trainee.desk.shows(/Force Pause/, 30_000);
      await expect(trainee.desk.timer).toHaveText(/00:3[3-9]/, { timeout: 60_000 });
      await trainee.desk.press('End the pause', 'Pause');
      // The customer waits four seconds for a greeting, and hangs up.
      await trainee.save('Скарга');
    },
    missed: ['repair', 'greeting', 'reaches', 'code'],
  },
  {
    id: 'lost-network',
    title: 'Network lost in a call',
    politeMs: 2300,
    right: async (trainee) => {
      await greets(trainee, 'line-is-good');
      await trainee.turn('thanks');
      await trainee.finish('Скарга', 'Charged 640 twice');
    },
    wrong: rude('Консультація надана'),
    missed: ['greeting', 'reaches', 'code', 'note'],
  },
  {
    id: 'stuck-agent',
    title: 'The agent is stuck',
    politeMs: 2300,
    right: async (trainee) => {
      await dial('0935977025', 'Q_P_2_Manual')(trainee);
      await trainee.turn('agent-is-stuck');
      await trainee.desk.hangUp();
      // The call is over, and its code is not taken: the agent answers nothing.
      await trainee.desk.clerical.getByRole('option', { name: 'Offer sent' }).click();
      await trainee.desk.untilAsked(() => trainee.desk.save.click({ timeout: 1000 }), 'resolutionSet');
      await trainee.desk.notice.getByRole('button', { name: 'Restart the agent' }).click({ timeout: 30_000 });
    },
    wrong: rude('Wrong number', dial('0935977025', 'Q_P_2_Manual')),
    missed: ['greeting', 'reaches'],
  },
];

/** Operators of this file alone: the tests of other files run at the same time, as the training's own operators. */
async function twoOperators(baseURL: string, place: number): Promise<readonly [string, string]> {
  const admin = await request.newContext({ baseURL });
  await admin.post('/api/session', { data: { login: 'admin1', password: 'training' } });
  const create = async (number: number): Promise<string> => {
    const Login = `learner${number}`;
    const own = { Login, Password: 'training', Details: `Learner ${number}`, PersNumbers: [String(1040 - number)] };
    const answer = await admin.post('/v1/agents', { data: { ID: -1, ...own } });
    // A test that is run again finds its operators.
    expect([200, 409], await answer.text()).toContain(answer.status());
    return Login;
  };
  const two = [await create((place % 9) * 2), await create((place % 9) * 2 + 1)] as const;
  await admin.dispose();
  return two;
}

const two = async (browser: Browser, place: number, politeMs: number, greetMs?: number) => {
  const baseURL = test.info().project.use.baseURL!;
  const [good, bad] = await twoOperators(baseURL, place);
  const context = () => browser.newContext({ baseURL, permissions: ['microphone'] });
  return Promise.all([
    MadeUpTrainee.in(await context(), good, { politeMs, greetMs }),
    MadeUpTrainee.in(await context(), bad, { politeMs: 0 }),
  ]);
};

/** The scenarios of an everyday run: an incoming call, hold, and a fault of the line. */
const everyday: ReadonlySet<string> = new Set(['incoming', 'hold-and-resume', 'lost-network']);

for (const [place, { id, title, politeMs, right, wrong, missed }] of lessons.entries()) {
  test(`${id}: right and wrong`, everydayIf(everyday.has(id)), async ({ browser }) => {
    test.setTimeout(300_000);
    const [good, bad] = await two(browser, place, politeMs);
    const play = async (trainee: MadeUpTrainee, act: Act) => {
      await trainee.start(title);
      await act(trainee);
      return trainee.verdicts();
    };
    const [rightly, wrongly] = await Promise.all([play(good, right), play(bad, wrong)]);
    expect(rightly.filter(([, verdict]) => verdict !== 'met')).toEqual([]);
    for (const rule of missed) expect(wrongly).toContainEqual([rule, 'missed']);
    await Promise.all([good, bad].map(({ page }) => page.context().close()));
  });
}

test('every scenario is played here', () => {
  const files = readdirSync('projects/training-server/scenarios').filter((name) => name.endsWith('.yaml'));
  const played = [...lessons.map(({ id }) => id), 'predictive-hour'].map((id) => `${id}.yaml`);
  expect(played.sort()).toEqual(files.sort());
});

test('a line of the own score opens the desk as it was then', async ({ browser }) => {
  test.setTimeout(300_000);
  const [trainee, other] = await two(browser, 8, 0);
  await other.page.context().close();
  const { page } = trainee;
  await trainee.start('Incoming call');
  await trainee.desk.shows('In a call', 25_000);
  await trainee.speak(1500);
  await expect(trainee.desk.timer).toHaveText(/00:0[4-9]/);
  const sent = page.waitForResponse((answer) => /\/runs\/[^/]+\/flight$/.test(answer.url()) && answer.ok());
  await trainee.finish('Скарга');
  const verdicts = await trainee.verdicts();
  expect(verdicts).toContainEqual(['greeting', 'met']);
  await page.getByRole('link', { name: 'Training' }).first().click();
  await page
    .getByRole('link', { name: /Incoming call|Last/ })
    .first()
    .click();
  // The first line is the answer to the call: its sound begins there.
  await page
    .getByRole('link', { name: /^Replay the desk from 0:00: / })
    .first()
    .click();
  const { traceIds } = await trainee.run();
  const isThere = async (where: Page): Promise<void> => {
    await expect(where.locator('app-replay-player mediatel-desk')).toContainText(`call ${traceIds[0]}`);
    const present = where.getByRole('list', { name: 'Events' }).locator('[aria-current]');
    await expect(present).toContainText('The phone answers');
  };
  await isThere(page);
  expect(page.url()).not.toContain('run=');
  // The trainer, in another browser, opens what the desk has sent to the server: 3 s after the run.
  await sent;
  await page.goBack();
  const address = page.url();
  const stranger = await browser.newContext({ baseURL: test.info().project.use.baseURL! });
  await stranger.request.post('/api/session', { data: { login: 'trainer1', password: 'training' } });
  const trainer = await stranger.newPage();
  await trainer.goto(address);
  await trainer
    .getByRole('link', { name: /^Replay the desk from 0:00: / })
    .first()
    .click();
  await isThere(trainer);
  expect(trainer.url()).toContain('run=');
  // Once it is deleted, the page says so, and has no link.
  await trainee.page.request.delete(`/api/training/people/${trainee.login}`);
  await trainer.goto(address);
  await expect(trainer.getByText('There is no such run')).toBeVisible();
  await expect(trainer.getByRole('link', { name: /^Replay the desk/ })).toHaveCount(0);
  await Promise.all([stranger.close(), page.context().close()]);
});

test('predictive-hour, shortened: right and wrong', async ({ browser, playwright }) => {
  test.setTimeout(420_000);
  const baseURL = test.info().project.use.baseURL!;
  const trainer = await playwright.request.newContext({ baseURL });
  await trainer.post('/api/session', { data: { login: 'trainer1', password: 'training' } });
  const scenario = readFileSync('projects/training-server/scenarios/predictive-hour.yaml', 'utf8');
  const [head = '', first = '', ...others] = scenario.split(/^(?= {2}- direction)/m);
  // The first call comes when it does: meanwhile the speech program starts.
  const calls = [first, ...others.map((call) => call.replace(/comesAfterSeconds: \d+/, 'comesAfterSeconds: 1'))];
  expect(calls).toHaveLength(10);
  const yaml = [
    head.replace('id: predictive-hour', 'id: predictive-minutes').replace(/^title:.*$/m, 'title: Four calls'),
    ...calls.slice(0, 4),
  ].join('');
  const saved = await trainer.put('/api/training/scenarios/predictive-minutes', {
    data: yaml,
    headers: { 'content-type': 'application/yaml' },
  });
  expect(saved.status(), await saved.text()).toBe(204);

  // The scenario wants a greeting at once: an answer to a long “Hello?” would come too late.
  const [good, bad] = await two(browser, 8, 1900, 2500);
  const answers = ['Згода', 'Відмова', null, 'Передзвонити'] as const;
  const right = async (): Promise<void> => {
    for (const code of answers) {
      await good.desk.shows('In a call', 25_000);
      if (code !== null) await good.turn('says-goodbye');
      await good.finish(code ?? 'Автовідповідач');
    }
  };
  const wrong = async (): Promise<void> => {
    for (const code of ['Відмова', 'Згода', 'Згода', 'Згода']) {
      await bad.desk.shows('In a call', 25_000);
      await bad.finish(code);
    }
  };
  await Promise.all([good.start('Four calls'), bad.start('Four calls')]);
  await Promise.all([right(), wrong()]);
  const [rightly, wrongly] = await Promise.all([good.verdicts(), bad.verdicts()]);
  expect(rightly.filter(([, verdict]) => verdict !== 'met')).toEqual([]);
  expect(wrongly.filter(([rule]) => rule === 'code')).toEqual(Array(4).fill(['code', 'missed']));
  expect(wrongly.filter(([rule]) => rule === 'reaches')).toEqual(Array(3).fill(['reaches', 'missed']));
  await trainer.delete('/api/training/scenarios/predictive-minutes');
  await Promise.all([good, bad].map(({ page }) => page.context().close()));
  await trainer.dispose();
});
