/** Milliseconds after which `until` gives up: less than Jest's limit of a test, so that its message is shown. */
const patience = 15_000;

/**
 * Waits for a condition without an event.
 *
 * @param holds The condition, checked every 5 ms.
 * @param what The condition in words; without it the message contains the condition's source.
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
