import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { boardGroups, boardSorts } from './board-arrangement';
import { boardStates } from './board-state';
import { type SavedView, SavedViews, boardLayouts, decodeViews, mostViews } from './saved-views';

const view: fc.Arbitrary<SavedView> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 40 }).filter((name) => name.trim() === name && name !== ''),
  search: fc.string({ maxLength: 100 }),
  state: fc.option(fc.constantFrom('attention', ...boardStates)),
  group: fc.constantFrom(...boardGroups),
  sort: fc.constantFrom(...boardSorts),
  descending: fc.boolean(),
  layout: fc.constantFrom(...boardLayouts),
});
const late: SavedView = {
  name: 'Late after call',
  search: '',
  state: 'clerical',
  group: 'team',
  sort: 'time',
  descending: true,
  layout: 'tiles',
};

describe('saved views', () => {
  const key = 'mediatel.board-views';
  const reloaded = (): SavedViews => {
    TestBed.resetTestingModule();
    return TestBed.inject(SavedViews);
  };
  beforeEach(() => localStorage.clear());

  it('survive a reload unchanged, until removed', () => {
    reloaded().save(late);
    const again = reloaded();
    expect(again.views()).toEqual([late]);
    again.save({ ...late, layout: 'rows' });
    expect(reloaded().views()).toEqual([{ ...late, layout: 'rows' }]);
    again.remove(late.name);
    expect(reloaded().views()).toEqual([]);
  });

  it('keep what another tab has saved meanwhile', () => {
    const here = reloaded();
    localStorage.setItem(key, JSON.stringify([{ ...late, name: 'There' }]));
    here.save(late);
    expect(here.views().map(({ name }) => name)).toEqual(['There', 'Late after call']);
  });

  it('need a name, and their number is limited', () => {
    const views = reloaded();
    views.save({ ...late, name: '  ' });
    expect(views.views()).toEqual([]);
    for (let i = 0; i <= mostViews; i += 1) views.save({ ...late, name: `View ${i}` });
    expect(views.views()).toHaveLength(mostViews);
    expect(views.views().some(({ name }) => name === 'View 0')).toBe(false);
  });

  it('are read back complete, whatever is stored beside them (law)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(view, { maxLength: 10, selector: ({ name }) => name }),
        fc.jsonValue(),
        (views, odd) => {
          expect(decodeViews(JSON.parse(JSON.stringify(views)))).toEqual(views);
          expect(decodeViews([odd, ...views])).toEqual(views);
        },
      ),
    );
  });

  it('are ignored when they can’t be read', () => {
    for (const stored of ['', '{', 'null', '7', '[null, 7, {}]', '[{"name":"x","group":"__proto__"}]']) {
      localStorage.setItem(key, stored);
      expect(reloaded().views()).toEqual([]);
    }
  });
});
