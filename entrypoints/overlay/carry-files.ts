import { PIECE_BYTES } from '@/utils/import-messages';
import { send } from '@/utils/messages';

const MOVED =
  'Ce fichier n’a pas pu être lu : il a été modifié, déplacé ou supprimé depuis qu’il a été choisi. Choisissez-le à nouveau.';

/** Carries files to the background piece by piece, under the name of their upload. @throws {Error} in French. */
export async function carryFiles(
  upload: string,
  files: readonly File[],
  isWanted: () => boolean,
): Promise<void> {
  // An empty file has one piece, which is empty.
  for (const [file, { name, size }] of files.entries())
    for (let at = 0; isWanted() && (at === 0 || at < size); at += PIECE_BYTES) {
      const piece = (files[file] as File).slice(at, at + PIECE_BYTES);
      const base64 = await base64Of(piece);
      await send('import/piece', { host: location.host, upload, file, name, size, at, base64 });
    }
}

/** The browser's own reader works beside the page, which a loop over the bytes would hold up. */
function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(new Error(MOVED));
    reader.readAsDataURL(piece);
  });
}
