import { type Page, expect, test } from '@playwright/test';
import type { Role } from '../../projects/demo-app/session/user';
import { themes, violations, paleTexts, wear } from '../axe';
import { chooseLanguage, languageNames } from '../languages';
import { compare, enlarge, openApp, serveGallery } from './gallery';
import { type StillAnswers, phoneIsReady, playServer } from './still-server';
import { flight, noProgress, people, progress, runOf, score, scoreWithoutRecording } from './training-answers';

serveGallery();

// The work's column has a greatest width, so 1920 × 1080 shows the same as 1280 × 800.
const small = ['360', '1280'] as const;
const withHeight = ['360', '1280', '1366'] as const;

async function openTraining(page: Page, answers: StillAnswers, path = '/training', run = runOf(2)): Promise<void> {
  const feed = { namespace: '/trainee', event: 'state', data: { ears: [], run } } as const;
  await playServer(page, { role: 'operator', answers, feed });
  await openApp(page, path);
  await phoneIsReady(page);
}

async function openAs(page: Page, role: Role, path: string, answers: StillAnswers): Promise<void> {
  await playServer(page, { role, answers });
  await openApp(page, path);
}

/** Wants no finding of axe, in three languages, at two widths, and no pale text in any theme. */
async function wantAccessible(page: Page): Promise<void> {
  test.setTimeout(180_000);
  for (const language of languageNames) {
    await enlarge(page, '1280');
    await chooseLanguage(page, language);
    for (const size of small) {
      await enlarge(page, size);
      expect.soft(await violations(page), `${language}, ${size}`).toEqual([]);
    }
  }
  for (const theme of themes) {
    await wear(page, theme);
    expect.soft(await paleTexts(page, theme), theme).toEqual([]);
  }
}

test('the exercises, with last results', async ({ page }) => {
  const earlier = [
    runOf(40),
    runOf(90, { scenario: 'busy', percent: null }),
    runOf(300, { scenario: 'incoming', status: 'stopped', percent: 40 }),
  ];
  await openTraining(page, { 'GET /api/training/runs': { json: { runs: earlier } } }, '/training', earlier[0]);
  await expect(page.getByText(/82\s%/).first()).toBeVisible();
  await compare(page, 'training/exercises', withHeight);
});

test('the exercises without a server', async ({ page }) => {
  await openTraining(page, { 'GET /api/training/scenarios': { status: 502, json: {} } });
  await expect(
    page.locator('app-lessons-list [role=alert], app-lessons-list .refusal, app-lessons-list .failed').first(),
  ).toBeVisible();
  await compare(page, 'training/exercises-unreachable', small);
});

test('an exercise that lasts', async ({ page }) => {
  const run = runOf(2, {
    scenario: 'first-outgoing-call',
    status: 'waiting',
    endedAt: null,
    percent: null,
    traceIds: [],
  });
  await openTraining(page, { 'GET /api/training/runs': { json: { runs: [run] } } }, '/training', run);
  await expect(page.locator('app-lessons-list .now')).toBeVisible();
  await compare(page, 'training/run', small);
});

test('a score with waves', async ({ page }) => {
  const answers = {
    'GET /api/training/runs/run-1/score': { json: score },
    'GET /api/training/runs/run-1/flight': { json: flight },
  };
  await openTraining(page, answers, '/training/runs/run-1');
  await expect(page.locator('app-call-waves path').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Replay the desk from/ })).toHaveCount(4);
  await compare(page, 'training/score', withHeight);
  await wantAccessible(page);
});

test('a score without a recording', async ({ page }) => {
  const answers = { 'GET /api/training/runs/run-2/score': { json: scoreWithoutRecording } };
  await openTraining(page, answers, '/training/runs/run-2');
  await expect(page.locator('app-scored-call').first()).toBeVisible();
  await compare(page, 'training/score-no-recording', small);
});

test('a score that is still to come', async ({ page }) => {
  const answers = { 'GET /api/training/runs/run-3/score': { status: 404, json: { error: 'no-score' } } };
  await openTraining(page, answers, '/training/runs/run-3');
  await expect(page.locator('.trouble')).toBeVisible();
  await compare(page, 'training/score-coming', small);
});

test('progress', async ({ page }) => {
  await openTraining(page, { 'GET /api/training/people/agent1/progress': { json: progress } }, '/training/progress');
  await expect(page.locator('app-day-bars').first()).toBeVisible();
  await compare(page, 'training/progress', small);
  await wantAccessible(page);
});

test('progress of nobody', async ({ page }) => {
  await openTraining(page, { 'GET /api/training/people/agent1/progress': { json: noProgress } }, '/training/progress');
  await expect(page.locator('app-progress .trouble').first()).toBeVisible();
  await compare(page, 'training/progress-none', small);
});

test('the class', async ({ page }) => {
  await openAs(page, 'trainer', '/training/class', { 'GET /api/training/class': { json: { people } } });
  await expect(page.locator('app-class-page tbody tr')).toHaveCount(people.length);
  await compare(page, 'training/class', small);
  await wantAccessible(page);
});

test('the class, empty', async ({ page }) => {
  await openAs(page, 'trainer', '/training/class', { 'GET /api/training/class': { json: { people: [] } } });
  await expect(page.locator('app-class-page .trouble')).toBeVisible();
  await compare(page, 'training/class-empty', small);
});
