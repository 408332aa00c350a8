import { Unreadable } from '@/utils/ents/page';
import type { Label } from '@/utils/reading/labels';
import { unmetLabels } from '@/utils/reading/unmet-labels';

/** Why a list (« la liste des cours ») could not be read: for the labels that its columns don't bear, or not for them. */
export function unreadList(document: Document, required: readonly Label[], list: string): Unreadable {
  const unmet = unmetLabels(document.body, required).map((label) => `«\u00A0${label}\u00A0»`);
  if (unmet.length === 0) return new Unreadable(`${list} est introuvable, ou il y en a plusieurs`);
  const are = unmet.length > 1 ? 'libellés non reconnus' : 'libellé non reconnu';
  return new Unreadable(
    `${are}\u00A0: aucune colonne ne s’appelle ${unmet.join(', ni ')}, ni d’un autre mot que Vigie connaît pour cela`,
  );
}
