import { defineRule } from '@/utils/core/rule';
import { isAcademic, isLeaving, isStaff } from './account';

export const vainCredentialAction = defineRule({
  id: 'vain-credential-action',
  impact: 'minor',
  title: 'Identifiants à ne pas toucher dans l’ENT',
  why: 'Enseignants, personnels et parents se connectent par l’académie ou EduConnect : un alias ou un code produit ici ne leur sert à rien.',
  remedy:
    'Personnels : centre de services de l’académie. Parents : EduConnect, ou la direction de l’établissement, qui fera suivre. Les élèves et les comptes manuels, eux, se règlent dans l’ENT.',
  source: { guide: '004', section: 'Identifiants de connexion, ne faites plus l’erreur (p. 21-22)' },
  needs: ['users'],
  *check({ users }) {
    for (const user of users.items) {
      if (!isAcademic(user) || isLeaving(user)) continue;
      const says = isStaff(user) ? BY_ACADEMY : user.profile === 'Relative' ? BY_EDUCONNECT : undefined;
      if (says) yield { at: user.at, subject: user.name, says, cardOnly: true };
    }
  },
});

const BY_ACADEMY =
  'Connexion par les identifiants académiques : aucun alias ni code de renouvellement à produire ici.';
const BY_EDUCONNECT = 'Connexion par EduConnect : aucun alias ni code de renouvellement à produire ici.';
