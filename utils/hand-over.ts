/** Long enough for a slow disk or printer to have read a file that we made, in ms. */
const KEPT_MS = 60_000;

/** Hands a text over as a downloaded file. The link is ours and in no document. */
export function download(name: string, text: string | Blob, type = 'text/csv'): void {
  const link = document.createElement('a');
  link.href = blobUrl(text, `${type};charset=utf-8`);
  link.download = name;
  link.click();
}

/** Opens a page of ours in a tab and asks to print it. False when the browser refused the tab. */
export function openToPrint(html: string): boolean {
  const view = window.open(blobUrl(html, 'text/html;charset=utf-8'), '_blank');
  view?.addEventListener('load', () => view.print());
  return view !== null;
}

function blobUrl(text: string | Blob, type: string): string {
  const url = URL.createObjectURL(new Blob([text], { type }));
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  return url;
}
