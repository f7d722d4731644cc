import type { PageEvent } from './flight-entry';

const ofWindow = ['pagehide', 'pageshow', 'online', 'offline'] as const;
const ofDocument = ['freeze', 'resume'] as const;

/** Reports the browser's events of the page until the returned function is called. */
export function watchPage(document: Document, tell: (event: PageEvent) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  for (const event of ofWindow) document.defaultView?.addEventListener(event, () => tell(event), { signal });
  for (const event of ofDocument) document.addEventListener(event, () => tell(event), { signal });
  document.addEventListener('visibilitychange', () => tell(document.hidden ? 'hidden' : 'visible'), { signal });
  return () => stop.abort();
}
