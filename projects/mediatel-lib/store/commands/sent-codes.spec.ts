import { TestBed } from '@angular/core/testing';
import { storedPlaces } from 'mediatel-lib/ports';
import { CustomerTraces } from '../drafts/customer-traces';
import { SentCodes } from './sent-codes';

const { key } = storedPlaces.sentCodes;

beforeEach(() => localStorage.clear());

describe('SentCodes', () => {
  it('tells every tab which codes were sent for a call', () => {
    new SentCodes().note('1', ['4', '5']);
    expect([new SentCodes().of('1'), new SentCodes().of('2')]).toEqual([['4', '5'], null]);
  });

  it('takes back what was not sent, and keeps what was sent before', () => {
    const codes = new SentCodes();
    codes.note('1', ['4'])();
    expect(codes.of('1')).toBeNull();
    codes.note('1', ['4']);
    codes.note('1', ['5'])();
    expect(codes.of('1')).toEqual(['4']);
  });

  it('forgets the codes of one call', () => {
    const codes = new SentCodes();
    codes.note('1', ['4']);
    codes.note('2', ['5']);
    codes.forget('1');
    expect([codes.of('1'), codes.of('2')]).toEqual([null, ['5']]);
  });

  it('keeps the five newest calls, whatever their ids', () => {
    const codes = new SentCodes();
    for (const id of ['9', '8', '7', '6', '5', '9', '4']) codes.note(id, [id]);
    expect(['9', '8', '7', '6', '5', '4'].filter((id) => codes.of(id) !== null)).toEqual(['9', '7', '6', '5', '4']);
  });

  it.each(['{}', '7', '[["1"], ["1", [4]], [1, ["4"]], null]', '{not json'])('reads nothing from %s', (stored) => {
    localStorage.setItem(key, stored);
    expect(new SentCodes().of('1')).toBeNull();
  });

  it('is deleted with the data of customers', () => {
    new SentCodes().note('1', ['4']);
    TestBed.inject(CustomerTraces).forget();
    expect(localStorage.getItem(key)).toBeNull();
  });
});
