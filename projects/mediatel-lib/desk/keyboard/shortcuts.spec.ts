import { TestBed } from '@angular/core/testing';
import { chordKeys, chordOf, worksEverywhere } from './chord';
import { MediatelShortcuts } from './shortcuts';

const key = (code: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { code, ...init });

beforeEach(() => localStorage.clear());

describe('chordOf', () => {
  it.each([
    ['a letter by its place, whatever the layout writes', key('KeyM', { key: 'ь' }), 'KeyM'],
    ['modifiers in one order', key('KeyM', { key: 'm', altKey: true, ctrlKey: true }), 'Ctrl+Alt+KeyM'],
    ['a character that takes Shift by itself', key('Slash', { key: '?', shiftKey: true }), '?'],
    ['F keys', key('F8', { key: 'F8' }), 'F8'],
    ['no modifier alone', key('AltLeft', { key: 'Alt', altKey: true }), null],
  ])('names %s', (_, event, chord) => expect(chordOf(event)).toBe(chord));

  it('knows the chords that nobody types', () => {
    expect(['Alt+KeyM', 'F8', 'KeyM', 'Enter'].map(worksEverywhere)).toEqual([true, true, false, false]);
    expect(chordKeys('Ctrl+Alt+KeyM')).toEqual(['Ctrl', 'Alt', 'M']);
    expect(chordKeys('Escape')).toEqual(['Esc']);
  });
});

describe('Shortcuts', () => {
  it('changes a chord and remembers it', () => {
    const shortcuts = TestBed.inject(MediatelShortcuts);
    expect(shortcuts.change('mute', 'F8')).toBeNull();
    expect(shortcuts.nameOf('F8')).toBe('mute');
    expect(shortcuts.nameOf('KeyM')).toBeNull();
    TestBed.resetTestingModule();
    expect(TestBed.inject(MediatelShortcuts).chords().mute).toBe('F8');
    TestBed.inject(MediatelShortcuts).reset();
    expect(TestBed.inject(MediatelShortcuts).areChanged()).toBe(false);
  });

  it('refuses a chord that another shortcut has or that typing needs', () => {
    const shortcuts = TestBed.inject(MediatelShortcuts);
    expect(shortcuts.change('mute', 'KeyH')).toEqual({ takenBy: 'hold' });
    expect(shortcuts.change('mute', '5')).toBe('reserved');
    expect(shortcuts.change('mute', 'KeyM')).toBeNull();
    expect(shortcuts.areChanged()).toBe(false);
  });

  it('ignores what others stored', () => {
    localStorage.setItem('mediatel.shortcuts', '{"mute": 5, "fly": "KeyF", "hold": "F9"}');
    expect(TestBed.inject(MediatelShortcuts).chords()).toMatchObject({ mute: 'KeyM', hold: 'F9' });
  });
});
