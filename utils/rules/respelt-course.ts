import type { WizardRow } from '@/utils/core/import-wizard-facts';
import { defineRule } from '@/utils/core/rule';
import { fold } from '@/utils/matching/fold';

export const respeltCourse = defineRule({
  id: 'respelt-course',
  impact: 'minor',
  title: 'Cours en double sous deux écritures',
  why: 'L’ENT fait deux cours de deux écritures : les séances, les devoirs et les élèves s’y partagent.',
  remedy:
    'Donnez dans EDT un seul nom à la classe, au groupe ou à la matière, puis refaites l’export. Sinon, désactivez le cours en trop à l’étape « Sélection des cours ».',
  source: { guide: '001', section: 'Distinction entre les types de cours dans l’ENT (§ 3.9)' },
  needs: ['wizardRows'],
  *check({ wizardRows }) {
    const byKey = new Map<string, WizardRow[]>();
    for (const row of wizardRows.items) {
      if (row.list !== 'courses' || row.state === 'off') continue;
      const key = keyOf(row.name);
      const same = byKey.get(key);
      if (same) same.push(row);
      else byKey.set(key, [row]);
    }
    for (const [first, ...others] of byKey.values()) {
      if (!first || others.length === 0) continue;
      yield {
        at: first.at,
        also: others.map(({ at }) => at),
        subject: first.name,
        says: `Aussi écrit ${others.map(({ name }) => `«\u00A0${name}\u00A0»`).join(', ')}.`,
        review: true,
      };
    }
  },
});

/** Groups joined by « / » are the same in any order. */
function keyOf(name: string): string {
  const at = name.lastIndexOf(' - ');
  const tight = (text: string) => fold(text).replaceAll(' ', '');
  if (at < 0) return tight(name);
  const groups = name.slice(at + 3).split('/');
  return [tight(name.slice(0, at)), ...groups.map(tight).sort()].join('/');
}
