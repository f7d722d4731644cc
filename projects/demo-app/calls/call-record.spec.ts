import { readCallRecords } from './call-record';

const row = {
  traceId: '1185574268',
  operator: 'agent1',
  number: '0661234501',
  queue: 'DM_MFO_1',
  direction: 'outgoing',
  start: 1_700_000_000_000,
  duration: 4,
  codes: ['10. Обещание об оплате'],
  error: null,
};

describe('the list of calls', () => {
  it('is read as the server sends it', () => {
    const [call] = readCallRecords({ calls: [row] });
    expect(call).toMatchObject({ traceId: '1185574268', direction: 'outgoing', duration: 4, error: null });
  });

  it('leaves out what could be neither shown nor played', () => {
    expect(readCallRecords({ calls: [null, 7, { ...row, traceId: undefined }, { ...row, start: 'today' }] })).toEqual(
      [],
    );
  });

  it('survives fields it does not know', () => {
    const [call] = readCallRecords({ calls: [{ ...row, direction: 'sideways', codes: 'none', error: '' }] });
    expect(call).toMatchObject({ direction: 'unknown', codes: [], error: null });
  });

  it.each([null, undefined, 'calls', [], {}])('is empty for %p', (answer) => {
    expect(readCallRecords(answer)).toEqual([]);
  });
});
