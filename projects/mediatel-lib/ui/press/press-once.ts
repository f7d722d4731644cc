/**
 * Keeps a key that is held down from pressing a button again and again.
 *
 * It returns nothing: Angular cancels an event whose handler returns `false`, and then Tab and Enter do nothing.
 */
export function pressOnce(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
