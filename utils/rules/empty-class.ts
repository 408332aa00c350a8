import { defineRule } from '@/utils/core/rule';
import { awaitsClasses } from './season';

export const emptyClass = defineRule({
  id: 'empty-class',
  impact: 'minor',
  title: 'Classes sans aucun élève',
  why: 'Rien de ce qui est partagé à une classe vide n’est lu ; c’est souvent une classe qu’ONDE n’a pas encore basculée.',
  remedy:
    'Attendre quelques jours après la bascule d’ONDE. Si elle reste vide, vérifier la répartition dans ONDE ; l’alimentation retire d’elle-même une classe qui ne sert plus.',
  source: { guide: '004', section: 'Cas particulier des premières classes (p. 9 et 23)' },
  needs: ['classes'],
  *check({ classes }, { today, milestones }) {
    const early = awaitsClasses(today, milestones);
    for (const { at, name, pupils, teachers } of classes.items) {
      if (pupils !== 0) continue;
      const taught = teachers ? ' Un enseignant y est pourtant rattaché.' : '';
      yield { at, subject: name, says: `Aucun élève. ${waiting(name, early)}${taught}`, review: true };
    }
  },
});

/** The classes of pupils who are new to the school, and wait for their national number. */
const FIRST_CLASS = /\b(?:TPS|PS|CP|CE2)\b/i;

function waiting(name: string, early: boolean): string {
  if (early) return 'Pas encore basculée, sans doute : attendez.';
  return FIRST_CLASS.test(name)
    ? 'Ces « premières classes » arrivent souvent les dernières.'
    : 'Classe d’une autre année, ou élèves en attente d’alimentation.';
}
