import { claims } from '../claims/claims';
import { nothingSeen } from '../observe/observations';
import type { ProbeOptions } from '../probe-options';
import { probeFileOf } from './probe-file-of';

const options: ProbeOptions = {
  url: 'https://mediatel.company.example',
  sip: 'wss://voice.company.example/ws',
  recordings: 'https://records.company.example',
  origin: 'https://crm.company.example',
  cookie: 'eyJhbGciOi.secret',
  account: { user: 'a.kramarenko', password: 'swordfish', extension: '2016' },
  sipAccount: { login: 'sip2016', password: 'marlin', realm: 'realm.company.example' },
  pauseId: null,
  call: { number: '0661234567', queue: 'DM_Banks', codeId: null, renewal: false, clericalSeconds: 1, talkMs: 1 },
  stun: null,
  watchSeconds: 0,
  patienceMs: 1,
};

describe('probeFileOf', () => {
  it('has nothing that was given, wherever a server repeats it', () => {
    const personal = [
      ...['mediatel.company.example', 'voice.company.example', 'records.company.example', 'crm.company.example'],
      ...['eyJhbGciOi.secret', 'a.kramarenko', 'swordfish', '2016', 'sip2016', 'marlin', 'realm.company.example'],
      ...['0661234567', 'DM_Banks'],
    ];
    const seen = nothingSeen({ login: 'a.kramarenko', extension: '2016', hasCookie: true, asksExpiresSeconds: 300 });
    seen.handshake = { isAccepted: true, pingIntervalMs: 1, pingTimeoutMs: 1 };
    for (const [index, text] of personal.entries()) {
      seen.events.push({ atMs: index, event: text, args: [text] });
      const repeated = {
        state: 'STATE_IDLE',
        status: text,
        availableCommand: [text],
        [text]: text,
        note: { [text]: [text] },
      };
      seen.snapshots.push({
        atMs: index,
        after: 'connect',
        raw: { ...repeated, host: text, webServer: `https://${text}/` },
      });
    }
    const rows = claims.map((claim) => ({ claim, ...claim.check(seen) }));
    const file = JSON.stringify(probeFileOf({ rows, seen, endedEarly: null, left: [] }, options));
    expect(personal.filter((text) => file.includes(text))).toEqual([]);
    expect(rows.find(({ claim }) => claim.id === 'socket.events')?.detail).toContain('swordfish');
    expect(file).toContain('the event [redacted]');
  });
});
