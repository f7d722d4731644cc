import type { OperatorAccount } from 'mediatel-lib/ports';

/** An account for tests. All fields differ, so that a mix-up shows. */
export const fakeAccount: OperatorAccount = {
  mediatel: { url: 'https://mediatel.example', user: 'agent1', password: 'mediatel-secret', extension: '1001' },
  sip: { url: 'wss://sip.example/ws', realm: 'training.local', login: 'sip1', password: 'sip-secret' },
};
