import { defineRule } from '@/utils/core/rule';

export const wrongProfileFile = defineRule({
  id: 'wrong-profile-file',
  impact: 'critical',
  title: 'Fichier d’un autre profil',
  why: 'Importé sous le mauvais profil, un fichier créerait des comptes du mauvais profil et ferait disparaître ceux du bon.',
  remedy:
    'Prendre le fichier dont le nom contient le bon profil (Parent, Student, Teacher, Personal) et choisir ce profil à l’import.',
  source: { guide: '000', section: '1.4.B Exporter les utilisateurs de l’année écoulée' },
  needs: ['profileMismatches'],
  *check({ profileMismatches }) {
    for (const { at, file, kind, message, advice, doubtful } of profileMismatches.items) {
      yield {
        at,
        subject: file,
        says: `${message} ${advice}`,
        holds: ['import-file'],
        // A profile that the export lacks may be one that the school begins to feed.
        ...((kind === 'no-reference' || doubtful) && { review: true }),
      };
    }
  },
});
