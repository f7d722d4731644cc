import type { SipRetryPolicy } from 'mediatel-lib/ports';

const between = (from: number, to: number): number => from + Math.random() * (to - from);

/**
 * The policy used unless another is provided.
 *
 * JsSIP would have every client of a lost server back after exactly 2 s, and would never repeat a failed REGISTER. Here the first tries
 * are spread evenly over 4.15 s, and further ones keep that distance, so that the spread stays even however long the server is away; an
 * extension is registered again within 5 s of the link's return.
 */
export const sipRetryPolicy: SipRetryPolicy = {
  socketDelay: (failures) => (failures === 0 ? between(100, 4250) : between(4100, 4200)),
  registerDelay: () => between(1000, 6000),
  refusedDelay: () => between(30_000, 60_000),
  probeTimeout: 2000,
  // After sixteen failures within minutes Chrome holds each WebSocket of a page back by 1 to 5 s, which must not pass for silence.
  openTimeout: 6000,
  registerTimeout: 5000,
  onlineTimeout: 2500,
};
