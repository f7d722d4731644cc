/** Milliseconds after which `until` gives up: less than Jest's limit of a test, so that its message is what one reads. */
const patience = 15_000;

/**
 * Waits for a condition that nothing announces.
 *
 * @param holds The condition, looked at every 5 ms.
 * @param what What is waited for, in words; without it the condition's own source.
 * @param limit Milliseconds after which the wait fails.
 * @throws Error with `what` once the limit is over.
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what = String(holds),
  limit = patience,
): Promise<void> {
  const end = performance.now() + limit;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not within ${limit} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
