/** What is read of a response. */
export interface TimedResponse {
  getHeader(name: string): string | undefined;
}

/**
 * How long the server asks to wait before the next try (ms; RFC 3261, 20.33); 0 if it does not say. `longest`: the most that is
 * granted.
 */
export function retryAfter(response: TimedResponse, longest: number): number {
  const [, seconds = 0] = /^\s*(\d+)/.exec(response.getHeader('Retry-After') ?? '') ?? [];
  return Math.min(Number(seconds) * 1000, longest);
}
