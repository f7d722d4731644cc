import { type Page, expect, test } from '@playwright/test';
import type { DeskView, TraineeView, TrainerPicture } from '../../projects/training-kit';
import { sceneNow } from '../../projects/demo-app/gallery/desk-scene';
import { trainerWords } from '../../projects/demo-app/trainer/trainer.words';
import { wireSnapshot } from '../../projects/mediatel-lib/testing/fakes/wire-snapshot';
import { compare, enlarge, openApp, serveGallery } from './gallery';
import { type StillAnswers, playServer, yamlOf } from './still-server';
import { runOf } from './training-answers';

serveGallery();

const words = trainerWords.en;
// From 1280 px on the list is as wide, and the opened desk too. The lower window shows what is at its top.
const small = ['360', '1280'] as const;

const names = ['Olena Kovalenko', 'Andriy Shevchenko', 'Iryna Bondarenko-Shevchuk', 'Maksym Tkachenko', 'Yuliia Koval'];
const trainees = names.map((name, i): TraineeView => ({ login: `agent${i + 1}`, name, extension: `${1001 + i}` }));
const states = ['STATE_CALL_ACTIVE', 'STATE_IDLE', 'STATE_PAUSE', 'STATE_CLERICAL'] as const;
const desks = states.map((state, i): DeskView => {
  const time = sceneNow - (40 + i * 71) * 1000;
  const fields = { time, serverTime: sceneNow, agentExt: `${1001 + i}` };
  return { login: `agent${i + 1}`, snapshot: wireSnapshot(state, fields), reachable: i !== 1, watchable: true };
});
const full: TrainerPicture = {
  ...{ at: sceneNow, trainees, desks },
  runs: [
    runOf(1, { status: 'playing', turn: 'greeting', endedAt: null, percent: null }),
    runOf(30, {
      trainee: 'agent3',
      id: 'run-3',
      status: 'failed',
      reason: 'The trainee’s phone did not answer',
      percent: null,
    }),
  ],
  ears: [
    { id: 'ear-1', trainer: 'trainer2', name: 'Petro Savchenko', trainee: 'agent1', mode: 'listen', state: 'open' },
  ],
};

interface Opened {
  readonly path?: string;
  readonly picture?: TrainerPicture | null;
  readonly answers?: StillAnswers;
}

async function openTrainer(
  page: Page,
  { path = '/trainer', picture = full, answers = {} }: Opened = {},
): Promise<void> {
  const feed = picture && ({ namespace: '/trainer', event: 'picture', data: picture } as const);
  await playServer(page, { role: 'trainer', answers, ...(feed && { feed }) });
  // The mirrored desk counts on by this clock.
  await page.addInitScript(() => (performance.now = () => 600_000));
  await openApp(page, path);
}

for (const size of small) {
  test(`the trainees at ${size}`, async ({ page }) => {
    await enlarge(page, size);
    await openTrainer(page);
    await expect(page.locator('app-trainee-row')).toHaveCount(trainees.length);
    await compare(page, 'trainer/trainees', [size]);
    await page.getByRole('checkbox', { name: words.choose(trainees[1]!.name) }).check();
    await page.getByRole('checkbox', { name: words.choose(trainees[3]!.name) }).check();
    await expect(page.getByText(words.chosen(2))).toBeVisible();
    await compare(page, 'trainer/chosen', [size]);
    await page.getByRole('searchbox').fill('nobody of this name');
    await expect(page.getByText(words.noneFound)).toBeVisible();
    await compare(page, 'trainer/none-found', [size]);
  });
}

test('the trainees before the server answers', async ({ page }) => {
  await openTrainer(page, { picture: null });
  await expect(page.getByText(words.connecting)).toBeVisible();
  await compare(page, 'trainer/connecting', small);
});

test('a trainee in a call', async ({ page }) => {
  await openTrainer(page, { path: '/trainer/agent1' });
  await expect(page.locator('app-desk-mirror mediatel-agent-state-bar .word')).toHaveText(/^\s*In a call/);
  await compare(page, 'trainer/in-a-call', ['360', '1280', '1366', '1920']);
});

test('a trainee without a desk', async ({ page }) => {
  await openTrainer(page, { path: '/trainer/agent5' });
  await expect(page.getByText(words.noDesk)).toBeVisible();
  await compare(page, 'trainer/no-desk', small);
});

test('a trainee whose run failed', async ({ page }) => {
  await openTrainer(page, { path: '/trainer/agent3' });
  await expect(page.getByText('The trainee’s phone did not answer')).toBeVisible();
  await expect(page.locator('app-desk-mirror mediatel-agent-state-bar .word')).toHaveText(/^\s*Pause/);
  await compare(page, 'trainer/failed-run', small);
});

test('the scenario editor', async ({ page }) => {
  const text = yamlOf('promise-to-pay');
  await openTrainer(page, {
    path: '/trainer/scenarios',
    answers: { 'GET /api/training/scenarios/promise-to-pay': { text } },
  });
  await page.getByLabel(words.editor.choose).selectOption('promise-to-pay');
  await expect(page.getByText(words.editor.fine)).toBeVisible();
  await compare(page, 'trainer/editor', ['360', '1280', '1366', '1920']);
  await page.locator('app-numbered-text textarea').fill(text.replace('customer:', 'custmer:'));
  await expect(page.locator('.problems li').first()).toBeVisible();
  await compare(page, 'trainer/editor-problems', small);
});

test('the scenario editor, not loaded', async ({ page }) => {
  await openTrainer(page, { path: '/trainer/scenarios' });
  await page.getByLabel(words.editor.choose).selectOption('promise-to-pay');
  await expect(page.getByText(words.editor.notLoaded)).toBeVisible();
  // An empty text would be checked, and found to be no scenario.
  await expect(page.locator('.problems')).toHaveCount(0);
  await compare(page, 'trainer/editor-not-loaded', small);
});
