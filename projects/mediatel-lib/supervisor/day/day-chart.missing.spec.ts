import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { noTotals, type OperatorTimeline, type TimelinesAnswer, type TotalsAnswer } from 'mediatel-lib/hub-protocol';
import { provideFakePorts } from 'mediatel-lib/testing';
import { type LanguageTag, MediatelIntl } from 'mediatel-lib/ui';
import { EMPTY } from 'rxjs';
import { until } from 'test-kit';
import { HubClient } from '../hub/hub-client';
import type { HubClientStatus } from '../hub/next-hub-client-status';
import { MediatelDayReport } from './mediatel-day-report';

// A host without the optional package: its import fails, and with it the chunk that draws.
jest.unstable_mockModule('echarts/core', () => {
  throw new Error('Failed to resolve module specifier "echarts/core"');
});

const span = { day: '2026-11-23', begin: 0, until: 60_000, end: 86_400_000, timeZone: 'UTC' };
const nothing = { pause: null, queue: null, traceId: null, kind: null };
const timeline: OperatorTimeline = {
  id: '301',
  name: 'Olena',
  team: 'Banks',
  complete: true,
  segments: [{ from: 1_000, to: 2_000, state: 'STATE_IDLE', status: 'available', ...nothing }],
};
const totals: TotalsAnswer = {
  ...span,
  operators: [{ id: '301', name: 'Olena', team: 'Banks', totals: noTotals }],
  next: null,
};
const hub: Partial<HubClient> = {
  status: signal<HubClientStatus>('connected'),
  messages: EMPTY,
  heardAt: signal(0),
  useIn: () => undefined,
  now: () => 2_000,
  timelines: () => Promise.resolve({ ...span, operators: [timeline] } satisfies TimelinesAnswer),
  totals: () => Promise.resolve(totals),
};

/** The report in a language, after its chart failed. */
async function shown(language: LanguageTag): Promise<ComponentFixture<MediatelDayReport>> {
  TestBed.configureTestingModule({ providers: [provideFakePorts(), { provide: HubClient, useValue: hub }] });
  await TestBed.inject(MediatelIntl).setLanguage(language);
  const fixture = TestBed.createComponent(MediatelDayReport);
  fixture.autoDetectChanges();
  const element: HTMLElement = fixture.nativeElement;
  await until(() => element.querySelector('mediatel-day-chart [role=alert]') !== null, 'the chart says that it failed');
  return fixture;
}

describe('the day without the package echarts', () => {
  const observer = { observe: jest.fn(), unobserve: jest.fn(), disconnect: jest.fn() };
  beforeAll(() => void Object.assign(globalThis, { ResizeObserver: jest.fn(() => observer) }));
  afterAll(() => void Reflect.deleteProperty(globalThis, 'ResizeObserver'));

  it.each<[LanguageTag, string]>([
    ['en', 'The chart needs the package echarts, which could not be loaded. Choose a name to see its day as a table.'],
    [
      'uk',
      'Для діаграми потрібен пакет echarts, але його не вдалося завантажити. Виберіть ім’я, щоб побачити день у таблиці.',
    ],
    [
      'ru',
      'Для диаграммы нужен пакет echarts, но загрузить его не удалось. Выберите имя, чтобы увидеть день в таблице.',
    ],
  ])('says so in %s, and claims no drawing', async (language, words) => {
    const element: HTMLElement = (await shown(language)).nativeElement;
    expect(element.querySelector('mediatel-day-chart [role=alert]')?.textContent).toBe(words);
    expect(element.querySelector('mediatel-day-chart [role=img]')).toBeNull();
  });

  it('still shows an operator’s day as a table, and the totals', async () => {
    const fixture = await shown('en');
    const element: HTMLElement = fixture.nativeElement;
    const press = async (name: string): Promise<void> => {
      [...element.querySelectorAll('button')].find((button) => button.textContent.trim() === name)?.click();
      await fixture.whenStable();
    };
    await press('Olena');
    expect(element.querySelector('mediatel-operator-segments table')?.textContent).toContain('Available');
    await press('Totals');
    expect(element.querySelector('mediatel-day-totals-table table')?.textContent).toContain('Olena');
    expect(element.querySelector('[role=alert]')).toBeNull();
  });
});
