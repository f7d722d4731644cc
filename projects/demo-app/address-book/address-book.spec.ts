import { TestBed } from '@angular/core/testing';
import { AddressBook } from './address-book';
import { Notebook } from './notebook';

describe('the address book', () => {
  beforeEach(async () => {
    localStorage.clear();
    await TestBed.inject(AddressBook).load();
  });

  it('knows the five training numbers', () => {
    const book = TestBed.inject(AddressBook);
    const found = [1, 2, 3, 4, 5].map((n) => book.byNumber(`066123450${n}`));
    expect(found.map((contact) => contact?.training !== null && contact?.training !== undefined)).toEqual(
      found.map(() => true),
    );
  });

  it.each([
    ['0661234502', 'Taras Bondar'],
    ['+380 66 123 45 02', 'Taras Bondar'],
    ['380661234502', 'Taras Bondar'],
    ['123 45 02', 'Taras Bondar'],
    ['bondar taras', 'Taras Bondar'],
    ['39335109', 'Taras Bondar'],
  ])('finds by %s', (query, name) => {
    const book = TestBed.inject(AddressBook);
    book.query.set(query);
    expect(book.found().map((contact) => contact.name)).toEqual([name]);
  });

  it('knows nobody by a hidden number', () => {
    expect(TestBed.inject(AddressBook).byNumber('')).toBeNull();
    expect(TestBed.inject(AddressBook).byNumber(null)).toBeNull();
  });

  it('shows a note as soon as it is written, newest first, and remembers it', async () => {
    const book = TestBed.inject(AddressBook);
    const before = book.byId('39335108')!.notes.length;
    TestBed.inject(Notebook).add('39335108', { text: 'Call on Monday', author: 'Olena', callTraceId: '7' });
    expect(book.byId('39335108')!.notes.length).toBe(before + 1);
    expect(book.byId('39335108')!.notes[0]).toMatchObject({ text: 'Call on Monday', callTraceId: '7' });
    TestBed.resetTestingModule();
    await TestBed.inject(AddressBook).load();
    expect(TestBed.inject(AddressBook).byId('39335108')!.notes[0]!.text).toBe('Call on Monday');
  });
});
