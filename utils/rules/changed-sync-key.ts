import { defineRule } from '@/utils/core/rule';
import { consequence, others, placeOf, subjectOf, whatChanged } from './roster-words';

export const changedSyncKey = defineRule({
  id: 'changed-sync-key',
  impact: 'critical',
  title: 'Clé d’une personne connue modifiée',
  why: 'L’ENT prendrait cette personne pour quelqu’un d’autre : compte en doublon, ou ancien compte supprimé et remplacé par un compte vide.',
  remedy:
    'Rendre à la clé de synchro, au nom, au prénom, à la date de naissance ou au code postal la valeur de l’export : l’atelier prépare le fichier corrigé, à importer à la place.',
  source: { guide: '000', section: '1.4.A Points de vigilance' },
  needs: ['keyEdits'],
  uses: ['systemicEdits'],
  *check({ keyEdits, systemicEdits }, { updateAll }) {
    const holds = ['import-file'] as const;
    for (const { at, field, kind, platform, text } of systemicEdits?.items ?? []) {
      if (field === 'username' || (field === 'key' && kind === 'emptied')) continue;
      const file = at.in === 'file' ? at.file : '';
      yield { at, subject: file, says: `${text} ${consequence(platform, updateAll)}`, holds };
    }
    for (const { at, person, platform, verdict, reasons, changes } of keyEdits.items) {
      const said = changes.map((change) => `${placeOf(change.at)} : ${whatChanged(change)}.`);
      const doubt = verdict === 'check' ? ` Même personne\u202F? ${reasons.join(' ')}` : '';
      yield {
        at,
        subject: subjectOf(person, changes),
        says: `${said.join(' ')}${doubt} ${consequence(platform, updateAll)}`,
        also: changes.slice(1).map((change) => change.at),
        holds,
        ...(verdict === 'check' && { review: true }),
      };
    }
    yield* others(keyEdits);
  },
});
