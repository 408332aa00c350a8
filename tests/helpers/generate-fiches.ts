import { transitionOn } from '@/utils/checklists/calendar';
import type { Fiche, RuleCount } from '@/utils/core/fiche';
import { ALL_RULES } from '@/utils/rules';
import { randomFrom } from './random';

const KINDS = ['École', 'École élémentaire', 'École maternelle', 'Collège', 'Lycée'] as const;
const NAMES = [
  'des Papillons',
  'du Lac',
  'Jules Ferry',
  'des Saules',
  'Marie Curie',
  'de la Gare',
  'Azur',
] as const;
const PORTALS = [
  ['edifice', 'enthdf.fr'],
  ['itslearning', 'eure.itslearning.com'],
  ['skolengo', 'cybercolleges42.fr'],
] as const;

/** Milliseconds of a day. */
const DAY = 86_400_000;

/**
 * Fiches of invented schools, the same for the same numbers: each school controlled on some days up to `until` (ISO
 * instant), each time with so many rules, a third of which found something.
 */
export function generatedFiches(
  { schools, rules, days = 1 }: { schools: number; rules: number; days?: number },
  until: string,
): Fiche[] {
  const random = randomFrom(schools * 31 + rules);
  const ids = ALL_RULES.map(({ id }) => id).slice(0, rules);
  return Array.from({ length: schools }, (_, index) => {
    const [ent, host] = random.pick(PORTALS);
    const id = `s${index}`;
    const name = `${random.pick(KINDS)} ${random.pick(NAMES)} ${index + 1}`;
    const uai = `059${String(index).padStart(4, '0')}${'ABCDEFGHJK'[index % 10]}`;
    const age = random.below(40);
    return Array.from({ length: days }, (_, back): Fiche => {
      const at = new Date(Date.parse(until) - (age + back) * DAY).toISOString();
      return {
        ...{ school: `${ent}|${host}|${id}`, ent, host, id, name, uai },
        ...{ transition: transitionOn(at), by: 'live', day: at.slice(0, 10), at },
        read: [{ list: 'users', shown: 214, total: 214, complete: true }],
        counts: ids.map((rule) => countOf(rule, random.below(6), random.below(9))),
        figures: { 'Comptes Élève, AAF1D': 150 + random.below(30), Classes: 6 + random.below(4) },
      };
    });
  }).flat();
}

function countOf(rule: string, kind: number, found: number): RuleCount {
  if (kind === 0 && found > 0)
    return { rule, outcome: 'violation', complete: true, violations: found, reviews: 0 };
  if (kind === 1 && found > 0)
    return { rule, outcome: 'review', complete: true, violations: 0, reviews: found };
  return { rule, outcome: 'pass', complete: true, violations: 0, reviews: 0 };
}
