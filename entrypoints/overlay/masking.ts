import { boxOfDialog, inWindow, outside, textBrought } from './cover-boxes';
import type { MaskedLook, Masking } from './masking-script';
import { nameCover } from './name-cover';
import { windowCover } from './window-cover';

/** `on` says whether names are to be masked now. */
export function masking(on: () => boolean): Masking {
  const names = nameCover();
  const inDialog = windowCover();
  let looked: MaskedLook | undefined;
  let revealedAt: string | undefined;
  /** What was written since the last look. */
  const unread = new Set<Element>();
  return {
    look(look) {
      unread.clear();
      if (revealedAt !== look.address) revealedAt = undefined;
      looked = look;
      inDialog.look(look.facts);
      names.look(look.facts, look.places, look.container, look.named);
    },
    forget() {
      unread.clear();
      looked = undefined;
      revealedAt = undefined;
      names.forget();
    },
    changed(records) {
      if (!on()) return false;
      const before = unread.size;
      inDialog.changed();
      for (const element of textBrought(records)) unread.add(element);
      return unread.size > before;
    },
    reveal() {
      revealedAt = looked?.address;
    },
    view(dialog) {
      if (!on()) return { covers: [] };
      const kind = looked?.kind ?? 'loading';
      if (kind !== 'read' && !(revealedAt !== undefined && kind !== 'loading')) {
        const masked = kind === 'loading' ? 'loading' : 'page';
        return { covers: [], curtain: { masked }, masked };
      }
      const masked = kind === 'read' ? 'names' : 'shown';
      const written = [...unread].flatMap((element) => inWindow(element) ?? []);
      if (!dialog) return { covers: [...names.covers(), ...written], masked };
      const box = boxOfDialog(dialog);
      // What stands behind an open window of the page must not float over it.
      const behind = box
        ? names.covers((element) => !dialog.contains(element)).flatMap((one) => outside(one, box))
        : [];
      return {
        covers: [...behind, ...inDialog.covers(dialog), ...written],
        masked: kind === 'read' ? 'dialog' : 'shown',
      };
    },
  };
}
