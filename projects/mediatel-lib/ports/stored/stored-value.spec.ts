import { jest } from '@jest/globals';
import { type StoredPlace, storedPlaces } from './stored-places';
import { storedText, storedValue } from './stored-value';

const numbers = (kept: unknown): readonly number[] => (Array.isArray(kept) ? kept.filter(Number.isFinite) : []);
const place = { key: 'mediatel.numbers', hadHyphen: true } as const;
const formerKey = 'mediatel-numbers';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

afterEach(() => jest.restoreAllMocks());

describe('storedValue', () => {
  const value = storedValue(place, numbers);

  it('reads what was written', () => {
    expect(value.write([1, 2])).toBe(true);
    expect(value.read([])).toEqual([1, 2]);
  });

  it('decodes a value that anybody may have written', () => {
    localStorage.setItem(place.key, '[1, "two"]');
    expect(value.read([])).toEqual([1]);
  });

  it('lets the decoder decide if nothing is stored', () => {
    expect(value.read([7])).toEqual([]);
  });

  it('falls back if the text is not JSON', () => {
    localStorage.setItem(place.key, '{not json');
    expect(value.read([7])).toEqual([7]);
  });

  it('reads the former key, and removes it with the next change', () => {
    localStorage.setItem(formerKey, '[3]');
    expect(value.read([])).toEqual([3]);
    value.write([4]);
    expect({ ...localStorage }).toEqual({ [place.key]: '[4]' });
  });

  it('prefers the present key', () => {
    localStorage.setItem(formerKey, '[3]');
    localStorage.setItem(place.key, '[4]');
    expect(value.read([])).toEqual([4]);
  });

  it('removes both keys', () => {
    localStorage.setItem(formerKey, '[3]');
    localStorage.setItem(place.key, '[4]');
    value.remove();
    expect(localStorage.length).toBe(0);
  });

  it('stores a value of the tab in the session storage only', () => {
    storedValue({ key: 'here', ofTab: true }, numbers).write([1]);
    expect([sessionStorage.getItem('here'), localStorage.length]).toEqual(['[1]', 0]);
  });

  it('survives a storage that is forbidden', () => {
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      jest.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new Error('forbidden');
      });
    }
    value.remove();
    expect([value.write([1]), value.read([7])]).toEqual([false, [7]]);
  });

  it('reports changes by another tab', () => {
    const changes: boolean[] = [];
    value.watch((isRemoved) => changes.push(isRemoved));
    dispatchEvent(new StorageEvent('storage', { key: 'another', newValue: '1' }));
    dispatchEvent(new StorageEvent('storage', { key: place.key, newValue: '[1]' }));
    dispatchEvent(new StorageEvent('storage', { key: place.key, newValue: null }));
    dispatchEvent(new StorageEvent('storage', { key: null }));
    expect(changes).toEqual([false, true, true]);
  });
});

describe('storedText', () => {
  it('keeps the text as it is', () => {
    const text = storedText({ key: 'language' });
    expect(text.read('en')).toBeNull();
    text.write('uk');
    expect([localStorage.getItem('language'), text.read(null)]).toEqual(['uk', 'uk']);
    text.write(null);
    expect(localStorage.length).toBe(0);
  });
});

describe('storedPlaces', () => {
  it.each(['language', 'desk-corner', 'shortcuts', 'board-views', 'alerts', 'recent-numbers', 'own-calls'])(
    'still reads what the first version kept of %s',
    (name) => {
      const place = Object.values<StoredPlace>(storedPlaces).find(({ key }) => key === `mediatel.${name}`)!;
      (place.ofTab ? sessionStorage : localStorage).setItem(`mediatel-${name}`, 'kept');
      expect(storedText(place).read(null)).toBe('kept');
    },
  );

  it('has each key once in a storage, all in one spelling', () => {
    const places = Object.values<{ key: string; ofTab?: true }>(storedPlaces);
    const names = places.map(({ key, ofTab }) => `${ofTab ? 'tab' : 'all'} ${key}`);
    expect(new Set(names).size).toBe(names.length);
    expect(places.filter(({ key }) => !/^mediatel(\.[a-z-]+)+$/.test(key))).toEqual([]);
  });
});
