/** Receives when the page is left and when it is back. */
export interface PageLife {
  left(): void;
  back(): void;
}

/**
 * Reports when the user leaves the page or the browser freezes it, and when it is back. Returns a function that stops
 * it.
 *
 * Chrome fires `freeze` before it freezes a page that was hidden for long. No browser freezes a page in a call.
 */
export function leaveListener({ left, back }: PageLife): () => void {
  const shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) back();
  };
  addEventListener('pagehide', left);
  addEventListener('pageshow', shown);
  document.addEventListener('freeze', left);
  document.addEventListener('resume', back);
  return () => {
    removeEventListener('pagehide', left);
    removeEventListener('pageshow', shown);
    document.removeEventListener('freeze', left);
    document.removeEventListener('resume', back);
  };
}
