/**
 * Opens an http(s) URL in a new tab that can't reach this one. Returns `false` if the browser blocks it.
 *
 * With `noopener`, `window.open` returns `null` in both cases. So an empty tab is opened first: its window shows whether the
 * browser blocked it. Then `opener` is removed, and a link without a referrer leads the tab to the URL.
 */
export function openApart(view: Window, url: string): boolean {
  const opened = view.open('', '_blank');
  if (opened === null) return false;
  opened.opener = null;
  const link = opened.document.createElement('a');
  link.rel = 'noopener noreferrer';
  link.target = '_self';
  link.href = url;
  opened.document.body.append(link);
  link.click();
  return true;
}
