import type { Ent } from '@/utils/ents/page';
import { namedOn, placesOn } from '@/utils/ents/read-screen';
import { send } from '@/utils/messages';
import type { Judgement } from './judge-screen';
import type { MaskedLook, Masking, MaskingScript } from './masking-script';

/** All that masking asks of a look at the screen. */
export function maskedLook(ent: Ent, document: Document, { view, facts }: Judgement): MaskedLook {
  const url = new URL(document.location.href);
  return {
    kind: view.screen.kind,
    facts,
    places: placesOn(ent, document, url),
    named: namedOn(ent, document, url),
    container: document.body,
    address: url.href,
  };
}

/** Masks by a script of its own, which few ever need: until it has come, the whole page is masked as at loading. */
export function lateMasking(
  on: () => boolean,
  { changed, failed }: { changed(): void; failed(error: unknown): void },
): Masking {
  const script = globalThis as MaskingScript;
  let mask: Masking | undefined;
  let looked: MaskedLook | undefined;
  let asked = false;
  const take = () => {
    mask ??= script.vigieMasking?.(on);
    if (looked) mask?.look(looked);
    changed();
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    send('overlay/part', 'masking').then(take, (error) => {
      asked = false;
      failed(error);
    });
  };
  return {
    look(look) {
      looked = look;
      if (mask) mask.look(look);
      else ask();
    },
    forget() {
      looked = undefined;
      mask?.forget();
    },
    changed: (records) => mask?.changed(records) ?? false,
    reveal: () => mask?.reveal(),
    view(dialog) {
      if (mask) return mask.view(dialog);
      return on() ? { covers: [], curtain: { masked: 'loading' }, masked: 'loading' } : { covers: [] };
    },
  };
}
