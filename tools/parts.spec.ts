import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const lib = 'projects/mediatel-lib';
const textOf = (pattern: string): readonly string[] => globSync(pattern).map((file) => readFileSync(file, 'utf8'));

/** Every component and directive that a person meets. */
const parts = globSync(`${lib}/{ui,desk,supervisor}/**/*.ts`, {
  exclude: (file) => file.endsWith('.spec.ts'),
}).flatMap((file) => {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/selector: '([^']+)'[\s\S]*?export class (\w+)/g)].map(([, selector = '', name = '']) => ({
    name,
    selector,
    page: `${dirname(file)}/${basename(file, '.ts')}.md`,
  }));
});

const pages = globSync(`${lib}/{ui,desk,supervisor}/**/*.md`);
const harnesses = textOf(`${lib}/testing/**/*-harness.ts`);
const exported = readFileSync(`${lib}/testing/index.ts`, 'utf8').match(/\w+Harness/g) ?? [];
const used = textOf(`${lib}/{ui,desk,supervisor,testing}/**/*.spec.ts`).flatMap(
  (text) => text.match(/\w+Harness/g) ?? [],
);

/** The parts that a host may put on a page. A directive has no look, an icon takes that of the words beside it. */
const hostsParts = ['ui', 'desk', 'supervisor'].flatMap((room) => {
  const names = readFileSync(`${lib}/${room}/index.ts`, 'utf8').match(/\w+/g) ?? [];
  return globSync(`${lib}/${room}/**/*.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((source) => {
      const name = /@Component\([\s\S]*?export class (\w+)/.exec(source)?.[1];
      return name !== undefined && name !== 'MediatelIcon' && names.includes(name) ? [{ name, source }] : [];
    });
});

/** The parts that another harness reads, and why they have none of their own. */
const readThrough: Readonly<Record<string, string>> = {
  AlertMark: 'silent: the words or the label beside it say it all',
  BoardCounters: 'MediatelBoardHarness has counters() and facts()',
  BoardHead: 'MediatelBoardHarness has sort()',
  BoardPanelFrame: 'a frame; the harness of the panel is found in it',
  BoardToolbar: 'MediatelBoardHarness has search(), groupBy(), chooseLayout() and openPanel()',
  AfterCallPanel: 'MediatelCallCardHarness and MediatelClericalFormHarness are found in it',
  ClericalDialog: 'MediatelClericalFormHarness is found in it',
  ClericalRecording: 'MediatelRecordingPlayerHarness is found in it',
  BandPatterns: 'silent: DayLegendHarness reads what they mean',
  DayAxis: 'silent: its handles are a slider’s',
  DayRow: 'MediatelDayReportHarness has operators() and figures()',
  DaySkeleton: 'keeps a place; it says only that the day is being read',
  DayTimeline: 'MediatelDayReportHarness reads its rows',
  DayToolbar: 'MediatelDayReportHarness has showView(), chooseDay() and search()',
  OperatorBand: 'silent: OperatorSegmentsHarness reads the same in words',
  PauseReasons: 'DayTotalsTableHarness has pauses()',
  RowScroll: 'has no look',
  MessageForm: 'RequestFormHarness writes into it',
  OperatorActions: 'has no look: it opens the menu and the sheet',
  OperatorHeading: 'OperatorSheetHarness has name()',
  OperatorMenu: 'MediatelBoardHarness has menu, a harness of Material',
  PauseChoice: 'RequestFormHarness has pauses()',
  RequestConfirm: 'RequestFormHarness has question()',
  RequestOutcomeLine: 'OperatorRowHarness has outcome()',
  SheetDay: 'OperatorSheetHarness has sums()',
  DeskPage: 'MediatelDeskHarness has page() and leavePage()',
  MediatelIcon: 'silent: its button or the word beside it says it all',
  Readiness: 'MediatelReadinessStripHarness is found in it',
  MediatelStateColor: 'colours alone',
  OperatorTile: 'MediatelWallHarness has tiles()',
  VolumeSlider: 'ReadinessPageHarness has volumes() and setVolume()',
};
/** The host's attribute; Angular leaves no trace of it in the page. */
const hostSelectors: Readonly<Record<string, string>> = { '[mediatelDial]': '.mediatel-dial' };

describe('the parts of desk and board', () => {
  it('are found', () => {
    expect(parts.length).toBeGreaterThan(30);
  });

  it('that a host may put on a page complete the page’s theme', () => {
    expect(hostsParts.length).toBeGreaterThan(15);
    const without = hostsParts.filter(({ source }) => !/hostDirectives: \[MediatelThemed\b/.test(source));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it.each(parts.map(({ name, page }) => [name, page]))('%s has its page', (name, page) => {
    const mentions = textOf(`${lib}/{ui,desk,supervisor}/**/*.md`).some((text) => text.includes(`\`${name}\``));
    expect(pages.includes(page) || mentions).toBe(true);
  });

  it.each(parts.filter(({ name }) => !(name in readThrough)).map(({ name, selector }) => [name, selector]))(
    '%s has its harness, exported and used in a spec',
    (_name, selector) => {
      const found = harnesses.find((text) => text.includes(`hostSelector = '${hostSelectors[selector] ?? selector}'`));
      const harness = /export class (\w+)/.exec(found ?? '')?.[1] ?? 'none';
      expect({ harness, isExported: exported.includes(harness), isUsed: used.includes(harness) }).toEqual({
        harness,
        isExported: true,
        isUsed: true,
      });
    },
  );
});
