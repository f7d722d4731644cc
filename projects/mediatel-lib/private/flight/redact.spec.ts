import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact';

const inCall = JSON.parse(
  readFileSync(join(process.cwd(), 'projects/mediatel-lib/protocol/fixtures/documented-in-call.json'), 'utf8'),
) as Record<string, unknown>;

const rules = { secrets: new Set<string>(), maskNumbers: true };
const textOf = (data: unknown): string => redact({ type: 'message', message: { type: 'snapshot', data } }, rules);
const redacted = (value: unknown): unknown => JSON.parse(redact(value, rules));

const digits = (min: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^0[1-9]{${min - 1},12}$`));
const name = fc.constantFrom('Шевченко Іван', 'Kovalenko', 'Ліна Костенко', 'O’Neill');
/** Personal data, in any field that the farm may use. */
const personal = fc.oneof(digits(5), name, digits(5).map(Number));
const place = fc.oneof(
  fc.constantFrom('callCustomerID', 'crmConnectTarget', 'custField', 'customer_name', 'holdQueue', 'mcc'),
  fc.stringMatching(/^[a-z]{4,10}_x$/),
);

describe('redact', () => {
  it('leaves no customer data in a snapshot, whichever field it is in', () => {
    fc.assert(
      fc.property(personal, place, (value, field) => {
        // Fields that are kept, such as a time or a code's id, may contain the same digits.
        fc.pre(!textOf(inCall).includes(String(value)));
        for (const data of [
          { ...inCall, [field]: value },
          { ...inCall, [field]: { deep: [value] } },
          { ...inCall, callHistory: [{ NAME: value, MCC_DATE: '2021-03-01' }] },
          [value],
        ])
          expect(textOf(data)).not.toContain(String(value));
      }),
    );
  });

  it('masks numbers of six or more digits, and a caller’s number of any length, in all other entries', () => {
    fc.assert(
      fc.property(digits(6), digits(3), (long, short) => {
        const event = { detail: `call of ${long}`, callerNumber: short, callerName: short };
        const text = redact({ event, request: { phoneNumber: long } }, rules);
        expect(text).not.toContain(long);
        expect(JSON.parse(text)).toMatchObject({ event: { callerNumber: `•••${short.slice(-2)}` } });
      }),
    );
  });

  it('keeps which page was to be opened, and masks for whom', () => {
    const webServer = 'https://crm.example/card/39553609?phone=+380661234501&tab=calls#n=Іван';
    expect(redacted({ data: { webServer } })).toEqual({
      data: { webServer: 'https://crm.example/card/00000000?phone=+000000000000&tab=xxxxx#n=xxxx' },
    });
    expect(textOf({ webServer: "javascript:pop('Іван','0661234501')" })).not.toMatch(/Іван|0661234501/);
  });

  it('keeps the fields of the farm and the protocol that a replay shows', () => {
    const customers = ['ani', 'dnis', 'callCustomerID', 'callHistory', 'webServer'];
    const own = Object.fromEntries(Object.entries(inCall).filter(([name]) => !customers.includes(name)));
    expect(Object.keys(own)).toHaveLength(Object.keys(inCall).length - customers.length);
    expect(redacted({ data: inCall })).toMatchObject({ data: own });
    // The values for “nothing” are kept.
    const nothing = { callCustomerID: '-1', ani: '', callHistory: [], webServer: '' };
    expect(redacted({ data: nothing })).toEqual({ data: nothing });
  });
});
