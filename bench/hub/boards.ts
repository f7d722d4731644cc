// The supervisors' boards. All receive everything; one parses it, because parsing costs the same with every server.
import { hubNamespaces, type HubDelta, type HubSnapshot, type Presence } from 'mediatel-lib/hub-protocol';
import { obey } from './obey';
import { Wire } from './wire';

const bytes: number[] = [];
const seen = new Map<string, Presence>();
let latencies: number[] = [];
let updates = 0;
let count = 0;
let late = 0;

function read(text: string): void {
  if (!text.startsWith('["picture"') && !text.startsWith('["frame"')) return;
  const [name, value] = JSON.parse(text) as ['picture', HubSnapshot] | ['frame', HubDelta];
  const now = Date.now();
  for (const { presence } of name === 'picture' ? value.operators : value.changed) {
    seen.set(presence.operator, presence);
    if (name === 'picture') continue;
    updates += 1;
    latencies.push(now - presence.serverTime);
  }
}

function open(port: number, index: number): Promise<void> {
  const wire = new Wire(port, hubNamespaces.board, `chief:${index}`);
  bytes[index] = 0;
  wire.onEvent = (text) => {
    bytes[index] = (bytes[index] ?? 0) + text.length;
    if (index === 0) read(text);
  };
  return wire.joined;
}

/** Milliseconds until a board that connects now has the whole snapshot. */
async function comeLate(port: number): Promise<number> {
  const begin = performance.now();
  const wire = new Wire(port, hubNamespaces.board, 'chief:late');
  await new Promise<void>((resolve, reject) => {
    wire.onClose = () => reject(new Error('the late board was cut off'));
    wire.onEvent = (text) => {
      if (!text.startsWith('["picture"')) return;
      JSON.parse(text);
      resolve();
    };
  });
  const took = performance.now() - begin;
  wire.onClose = () => undefined;
  wire.close();
  return took;
}

obey({
  late: async ({ port }) => {
    late = await comeLate(port);
  },
  gather: async ({ port, crowd }) => {
    count = crowd.boards;
    await Promise.all(Array.from({ length: count }, (_, i) => open(port, i)));
  },
  measure: () => {
    bytes.fill(0);
    latencies = [];
    updates = 0;
  },
  report: (load) => ({
    of: 'boards',
    ...load,
    delivered: updates * count,
    bytes,
    latencies,
    late,
    seen: Object.fromEntries(seen),
  }),
});
