/** The page's going and coming. */
export interface PageLife {
  left(): void;
  back(): void;
}

/**
 * Tells when the page is left or put to sleep, and when it is back from the back/forward cache or awake; returns what ends it.
 *
 * Chrome says `freeze` before it freezes a page that was hidden for long; no browser does so with a call in it.
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
