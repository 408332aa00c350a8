import { isoDate } from '@/utils/core/context';
import { defineRule } from '@/utils/core/rule';

export const forgottenSelfEnrolment = defineRule({
  id: 'forgotten-self-enrolment',
  impact: 'minor',
  title: 'Inscription de contrôle à retirer',
  why: 'Inscrit dans un cours pour en vérifier les participants, vous y restez : élèves et enseignants vous y voient.',
  remedy:
    '« Administration » › « Cours » › cocher le cours › « Désinscription ». Si c’est déjà fait, cliquez sur « Je suis désinscrit ».',
  source: { guide: '001', section: 'Vérification de l’import dans l’ENT (§ 4.3)' },
  needs: ['selfEnrolments'],
  *check({ selfEnrolments }, { today }) {
    for (const { at, course, since } of selfEnrolments.items) {
      // The day as the person lives it: shortly after midnight, the instant is still of the day before elsewhere.
      const day = isoDate(new Date(since));
      const when = day === today ? 'aujourd’hui' : `le ${day.split('-').reverse().join('/')}`;
      yield {
        at,
        subject: course,
        says: `Clic sur « Inscription » ${when}, et aucun sur « Désinscription » depuis.`,
        review: true,
      };
    }
  },
});
