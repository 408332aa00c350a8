import { defineRule } from '@/utils/core/rule';
import { consequence, others, placeOf } from './roster-words';

export const emptiedKey = defineRule({
  id: 'emptied-key',
  impact: 'critical',
  title: 'Clé d’une personne connue effacée',
  why: 'Sans sa clé, une personne déjà dans l’ENT y serait créée une seconde fois.',
  remedy:
    'Rendre à la colonne « Clé de synchro » la valeur de l’export : seules les personnes nouvelles n’ont pas de clé.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['emptiedKeys'],
  uses: ['systemicEdits'],
  *check({ emptiedKeys, systemicEdits }, { updateAll }) {
    const holds = ['import-file'] as const;
    for (const { at, field, kind, platform, text } of systemicEdits?.items ?? []) {
      if (field !== 'key' || kind !== 'emptied') continue;
      const file = at.in === 'file' ? at.file : '';
      yield { at, subject: file, says: `${text} ${consequence(platform, updateAll)}`, holds };
    }
    for (const { at, person, platform } of emptiedKeys.items) {
      yield {
        at,
        subject: person,
        says: `${placeOf(at)} : la clé de l’export a été effacée. ${consequence(platform, updateAll)}`,
        holds,
      };
    }
    yield* others(emptiedKeys);
  },
});
