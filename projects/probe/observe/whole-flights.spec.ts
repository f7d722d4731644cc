import { jest } from '@jest/globals';
import { joinRecords, type Sends } from './whole-flights';

const [handshake, audio] = [22, 0x80];

/** A message of one kind, filled with its number. */
const message = (kind: number, number: number, length: number): Buffer =>
  Buffer.concat([Buffer.of(kind), Buffer.alloc(length - 1, number)]);

describe('joinRecords', () => {
  let sent: Buffer[];
  let connection: Sends;

  beforeEach(() => {
    sent = [];
    connection = { send: (data) => Promise.resolve(void sent.push(data)) };
    joinRecords(connection);
  });

  it('sends a flight in one datagram, in its order', async () => {
    const flight = [1, 2, 3, 4, 5].map((number) => message(handshake, number, 200));
    await Promise.all(flight.map((each) => connection.send(each)));
    expect(sent).toEqual([Buffer.concat(flight)]);
  });

  it('cuts a long flight between records', async () => {
    const flight = [500, 600, 101, 1500, 10].map((length, number) => message(handshake, number, length));
    await Promise.all(flight.map((each) => connection.send(each)));
    expect(sent.map(({ length }) => length)).toEqual([1100, 101, 1500, 10]);
    expect(Buffer.concat(sent)).toEqual(Buffer.concat(flight));
  });

  it('sends what comes later in a datagram of its own', async () => {
    await connection.send(message(handshake, 1, 50));
    await connection.send(message(handshake, 2, 60));
    expect(sent.map(({ length }) => length)).toEqual([50, 60]);
  });

  it('sends audio at once', () => {
    void connection.send(message(handshake, 1, 50));
    void connection.send(message(audio, 2, 172));
    expect(sent).toEqual([message(audio, 2, 172)]);
  });

  it('tells each sender that a datagram could not be sent, and sends the next', async () => {
    const send = jest.fn<Sends['send']>().mockRejectedValueOnce(new Error('no path')).mockResolvedValue(undefined);
    const failing: Sends = { send };
    joinRecords(failing);
    const both = [1, 2].map((number) => failing.send(message(handshake, number, 50)));
    await expect(Promise.all(both)).rejects.toThrow('no path');
    await expect(failing.send(message(handshake, 3, 50))).resolves.toBeUndefined();
    expect(send).toHaveBeenCalledTimes(2);
  });
});
