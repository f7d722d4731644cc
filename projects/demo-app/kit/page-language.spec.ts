import { jest } from '@jest/globals';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { until } from 'test-kit';
import { PageLanguage } from './page-language';

const root = document.documentElement;
const language = () => TestBed.inject(PageLanguage);

describe('the pages’ language', () => {
  beforeEach(() => {
    localStorage.clear();
    root.setAttribute('lang', 'en');
  });
  afterEach(() => jest.restoreAllMocks());

  it('is English until one is chosen', async () => {
    expect(language().tag()).toBe('en');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(root.lang).toBe('en');
  });

  it.each([
    [['de', 'uk-UA', 'en'], 'uk'],
    [['ru'], 'ru'],
  ])('is the browser’s until one is chosen: %j', async (languages, tag) => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
    const used = language().tag;
    await until(() => used() === tag, 'the browser’s language is used');
    expect(localStorage.getItem('mediatel.language')).toBeNull();
  });

  it('is the chosen one in a browser of another language', async () => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['uk']);
    localStorage.setItem('mediatel.language', 'ru');
    const used = language().tag;
    await until(() => used() === 'ru', 'the language is restored');
  });

  it('is English in a browser whose languages the pages lack', async () => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(['de', 'pl']);
    expect(language().tag()).toBe('en');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(language().tag()).toBe('en');
  });

  it('is the one that was chosen at the desk on another day', async () => {
    localStorage.setItem('mediatel.language', 'uk');
    const { tag } = language();
    await until(() => tag() === 'uk', 'the language is restored');
    await TestBed.inject(ApplicationRef).whenStable();
    expect(root.lang).toBe('uk');
  });

  it('follows the desk', async () => {
    const { tag } = language();
    await TestBed.inject(MediatelIntl).setLanguage('ru', { remember: true });
    expect(tag()).toBe('ru');
  });

  it('changes the desk’s language too, and is kept', async () => {
    await language().choose('uk');
    expect(TestBed.inject(MediatelIntl).labels().language).toBe('uk');
    expect(localStorage.getItem('mediatel.language')).toBe('uk');
  });

  it('is English if a host’s own language is none of the three', async () => {
    await TestBed.inject(MediatelIntl).setLanguage({ language: 'pl', call: 'Zadzwoń' });
    expect(language().tag()).toBe('en');
  });
});
