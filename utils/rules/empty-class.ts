import { defineRule } from '@/utils/core/rule';
import { hasPrimary } from './account';
import { awaitsClasses } from './season';

export const emptyClass = defineRule({
  id: 'empty-class',
  impact: 'minor',
  title: 'Classes sans aucun élève',
  why: 'Rien de ce qui est partagé à une classe vide n’est lu ; souvent, ses élèves ne sont pas encore arrivés par l’alimentation.',
  remedy:
    'Attendre quelques jours après l’alimentation de la rentrée, qui suit la bascule d’ONDE dans les écoles. Si elle reste vide, vérifier la répartition dans la base élèves ; l’alimentation retire d’elle-même une classe qui ne sert plus.',
  source: { guide: '004', section: 'Cas particulier des premières classes (p. 9 et 23)' },
  needs: ['classes'],
  uses: ['structure'],
  *check({ classes, structure }, { today, milestones, school }) {
    const primary = hasPrimary(structure?.items[0], school);
    const early = awaitsClasses(today, milestones, primary);
    for (const { at, name, pupils, teachers } of classes.items) {
      if (pupils !== 0) continue;
      const taught = teachers ? ' Un enseignant y est pourtant rattaché.' : '';
      yield {
        at,
        subject: name,
        says: `Aucun élève. ${waiting(name, early, primary)}${taught}`,
        review: true,
      };
    }
  },
});

/** The classes of pupils who are new to the school, and wait for their national number. */
const FIRST_CLASS = /\b(?:TPS|PS|CP|CE2)\b/i;

function waiting(name: string, early: boolean, primary: boolean): string {
  if (early && !primary) return 'Ses élèves n’arrivent qu’avec l’alimentation de la rentrée : attendez.';
  if (early) return 'Pas encore basculée, sans doute : attendez.';
  return primary && FIRST_CLASS.test(name)
    ? 'Ces « premières classes » arrivent souvent les dernières.'
    : 'Classe d’une autre année, ou élèves en attente d’alimentation.';
}
