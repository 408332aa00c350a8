import type { Located } from '@/utils/core/facts';
import type { Flag } from '@/utils/core/rule';
import type { Lifetime } from '@/utils/core/skolengo-facts';

/** Something that lives for good or until the change of year. */
interface Living extends Located {
  name: string;
  lifetime?: Lifetime;
  lifetimeWritten?: string;
}

/**
 * What will not survive the change of year, and what cannot be told: an unknown lifetime is never taken for a lasting
 * one. `thing`: « Ce groupe ».
 */
export function* vanishing(items: readonly Living[], thing: string): Iterable<Flag> {
  for (const { at, name, lifetime, lifetimeWritten } of items) {
    if (lifetime === 'lasting') continue;
    const flag = { at, subject: name };
    if (lifetime === 'year') {
      yield { ...flag, says: `${thing} disparaîtra au changement d’année.` };
      continue;
    }
    const read = lifetimeWritten
      ? `« ${lifetimeWritten} » n’est pas une durée de vie connue`
      : 'La durée de vie n’a pas été lue';
    yield { ...flag, says: `Indéterminé : ${read}. À vérifier à l’écran.`, review: true };
  }
}
