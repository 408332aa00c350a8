/** Long enough for a slow disk to have read a file that we made, in ms. */
const KEPT_MS = 60_000;

/** Hands a text over as a downloaded file. The link is ours and in no document. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
