/** Whether somebody types in a field of the host. If the desk took the focus, the next letters would be lost. */
export function isTypingElsewhere(desk: HTMLElement): boolean {
  const active = desk.ownerDocument.activeElement;
  if (!(active instanceof HTMLElement) || desk.contains(active)) return false;
  return active.isContentEditable || active.matches('input, textarea, select');
}
