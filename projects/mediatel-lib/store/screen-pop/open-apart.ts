/**
 * Opens an http(s) address in a tab of its own, which cannot reach this one; `false` where the browser blocks it.
 *
 * With `noopener` the browser answers `null` either way. So an empty tab is opened first, which tells; it is cut off from
 * this one, and leaves for the address by a link that names no referrer.
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
