import { TestBed } from '@angular/core/testing';
import { BoardLook, decodeLook, mostFolded } from './board-look';

describe('the board’s look', () => {
  const reloaded = (): BoardLook => {
    TestBed.resetTestingModule();
    return TestBed.inject(BoardLook);
  };
  beforeEach(() => localStorage.clear());

  it('begins compact and unfolded, and survives a reload', () => {
    const look = reloaded();
    expect([look.density(), [...look.folded()]]).toEqual(['compact', []]);
    look.choose('comfortable');
    look.toggle('team:Banks');
    look.toggle('team:Loans');
    look.toggle('team:Banks');
    const again = reloaded();
    expect([again.density(), [...again.folded()]]).toEqual(['comfortable', ['team:Loans']]);
  });

  it('ignores what can’t be read, and keeps the newest folds only', () => {
    expect(decodeLook({ density: 'huge', folded: [1, 'team:A'] })).toEqual({ density: 'compact', folded: ['team:A'] });
    expect(decodeLook('nonsense')).toEqual({ density: 'compact', folded: [] });
    const look = reloaded();
    for (let at = 0; at <= mostFolded; at += 1) look.toggle(`team:${at}`);
    expect([look.folded().size, look.folded().has('team:0')]).toEqual([mostFolded, false]);
  });
});
