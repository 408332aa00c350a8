import { defineRule } from '@/utils/core/rule';
import { others, placeOf, subjectOf, whatChanged } from './roster-words';

export const changedUsername = defineRule({
  id: 'changed-username',
  impact: 'serious',
  title: 'Nom d’utilisateur modifié',
  why: 'Cette personne ne pourrait plus se connecter avec l’identifiant qu’elle connaît, ou recevrait celui de quelqu’un d’autre.',
  remedy:
    'Rendre à la colonne « Nom d’utilisateur » la valeur de l’export : l’atelier prépare le fichier corrigé, à importer à la place.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['usernameEdits'],
  uses: ['systemicEdits'],
  *check({ usernameEdits, systemicEdits }) {
    for (const { at, field, text } of systemicEdits?.items ?? []) {
      if (field !== 'username') continue;
      yield { at, subject: at.in === 'file' ? at.file : '', says: text };
    }
    for (const { at, person, was, is, belongsToAnother } of usernameEdits.items) {
      const what = is.trim() === '' ? 'vidé' : whatChanged({ was, is });
      const whose = belongsToAnother
        ? ' C’est celui d’une autre personne de l’export : une colonne a sans doute été triée sans les autres.'
        : '';
      yield {
        at,
        subject: subjectOf(person, [{ field: 'username', was, is }]),
        says: `${placeOf(at)} : ${what}.${whose}`,
      };
    }
    yield* others(usernameEdits);
  },
});
