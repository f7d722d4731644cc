import { TestBed } from '@angular/core/testing';
import { Appearance } from './appearance';

const root = document.documentElement;

describe('the appearance', () => {
  beforeEach(() => {
    localStorage.clear();
    root.removeAttribute('data-theme');
  });

  it('follows the system until something is chosen', () => {
    expect(TestBed.inject(Appearance).name()).toBe('system');
    expect(root.hasAttribute('data-theme')).toBe(false);
  });

  it('is remembered', () => {
    TestBed.inject(Appearance).choose('dark');
    expect(root.dataset['theme']).toBe('dark');
    TestBed.resetTestingModule();
    root.removeAttribute('data-theme');
    expect(TestBed.inject(Appearance).name()).toBe('dark');
    expect(root.dataset['theme']).toBe('dark');
  });

  it('offers high contrast', () => {
    TestBed.inject(Appearance).choose('contrast');
    expect(root.dataset['theme']).toBe('contrast');
  });

  it('goes back to the system', () => {
    TestBed.inject(Appearance).choose('light');
    TestBed.inject(Appearance).choose('system');
    expect(root.hasAttribute('data-theme')).toBe(false);
  });

  it('ignores what it never wrote', () => {
    localStorage.setItem('verba.appearance', 'sepia');
    expect(TestBed.inject(Appearance).name()).toBe('system');
  });
});
