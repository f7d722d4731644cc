import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { CallNote } from 'mediatel-lib/store';
import { AddressBook } from '../address-book/address-book';
import { Session } from '../session/session';
import { keepCallNotes, strangers } from './keep-call-notes';

const providers = [
  provideHttpClient(),
  provideHttpClientTesting(),
  { provide: Session, useValue: { user: () => ({ login: 'agent1', name: 'Olena' }), leaving: () => false } },
];
const note: CallNote = {
  callTraceID: '1185574268',
  number: '0661234501',
  callCustomerID: '39100001',
  text: 'pays on Friday',
};

describe('a call’s note', () => {
  let book: AddressBook;
  let keep: (note: CallNote) => void;

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers });
    book = TestBed.inject(AddressBook);
    await book.load();
    keep = TestBed.runInInjectionContext(keepCallNotes);
  });

  it.each([
    ['of the number', note, '39335108'],
    [
      'of the customer id when the number is unknown',
      { ...note, number: null, callCustomerID: '39335110' },
      '39335110',
    ],
    ['of a stranger, by Mediatel’s id', { ...note, number: '0440000000' }, '39100001'],
    ['of nobody', { ...note, number: null, callCustomerID: null }, strangers],
  ])('is kept on the card %s', (_whose, written, id) => {
    keep(written);
    expect(book.notesAbout(id)[0]).toMatchObject({ text: 'pays on Friday', callTraceId: '1185574268' });
  });

  it('is the training server’s too, which scores it', () => {
    keep(note);
    const request = TestBed.inject(HttpTestingController).expectOne('/api/training/notes');
    expect(request.request.body).toEqual({ traceId: '1185574268', text: 'pays on Friday' });
    request.error(new ProgressEvent('error'));
    expect(book.notesAbout('39335108')[0]).toMatchObject({ text: 'pays on Friday' });
  });

  it('of a call without an id is for the card only', () => {
    keep({ ...note, callTraceID: null });
    TestBed.inject(HttpTestingController).expectNone('/api/training/notes');
    expect(book.notesAbout('39335108')[0]).toMatchObject({ text: 'pays on Friday' });
  });

  it('outlives the page', () => {
    keep(note);
    TestBed.resetTestingModule().configureTestingModule({ providers });
    expect(TestBed.inject(AddressBook).notesAbout('39335108')[0]?.text).toBe('pays on Friday');
  });
});
