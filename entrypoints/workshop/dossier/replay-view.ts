import { type Grade, gradeOf } from '@/components/impact-icon';
import type { DossierView } from '@/components/workshop/dossier/view';
import type { GroupView } from '@/components/workshop/results-view';
import type { Outcome } from '@/utils/core/audit';
import type { Anchor } from '@/utils/core/facts';
import type { Finding } from '@/utils/core/finding';
import { ENTS, pageTitle } from '@/utils/ents';
import { type Dossier, OUTCOME_WORDS } from '@/utils/report/dossier';
import { dossierSheet } from '@/utils/report/dossier-sheet';
import { findingsOf } from '@/utils/report/findings';
import { type Replayed, replayDossier } from '@/utils/report/replay';
import { ALL_RULES } from '@/utils/rules';

/** How many places of a finding are shown at first, and added at each « Afficher plus ». */
export const PAGE = 10;

const GRADES: Partial<Record<Outcome, Grade>> = {
  violation: 'serious',
  review: 'review',
  pass: 'pass',
  error: 'critical',
};

/** A dossier, and what this version concludes of it. */
export interface OpenDossier {
  name: string;
  dossier: Dossier;
  replayed: Replayed;
  findings: readonly Finding[];
}

/** Judges a dossier that was read. */
export function openDossier(name: string, dossier: Dossier): OpenDossier {
  const replayed = replayDossier(dossier, ALL_RULES);
  return { name, dossier, replayed, findings: findingsOf(replayed.results, ALL_RULES) };
}

/** What is drawn of it; `limits`: how many places of each finding. */
export function replayView(
  { name, dossier, replayed, findings }: OpenDossier,
  limits: Readonly<Record<string, number>>,
): NonNullable<DossierView['read']> {
  const titles = new Map(ALL_RULES.map(({ id, title }) => [id as string, title]));
  const sheet = dossierSheet(dossier, {
    rule: (id) => titles.get(id),
    page: (id) => (pageTitle(id) === id ? undefined : pageTitle(id)),
    family: ENTS.find(({ id }) => id === dossier.ent.id)?.name ?? dossier.ent.id,
  });
  const others = replayed.rules.filter(({ same }) => !same).length;
  return {
    name,
    sheet,
    replayed: dossier.replay !== undefined,
    ...verdictOf(dossier.replay !== undefined, others),
    rules: replayed.rules.map(({ rule, title, was, is, same, why }) => ({
      rule,
      title,
      was: was ? OUTCOME_WORDS[was] : 'éteint',
      is: is ? OUTCOME_WORDS[is] : '–',
      ...(is && GRADES[is] && { grade: GRADES[is] }),
      same,
      ...(why && { why }),
    })),
    groups: findings.map((finding) => groupView(finding, limits[finding.rule] ?? PAGE)),
  };
}

function verdictOf(replayed: boolean, others: number): { verdict: string; agrees: boolean } {
  if (!replayed)
    return {
      agrees: false,
      verdict:
        'Ce dossier ne contient pas les faits lus : demandez-le à nouveau, la case « Joindre ce qui a été lu, sans les noms » cochée.',
    };
  if (others === 0) return { agrees: true, verdict: 'Chaque contrôle conclut ici comme dans le dossier.' };
  const what = others === 1 ? 'Un contrôle conclut' : `${others} contrôles concluent`;
  return { agrees: false, verdict: `${what} autre chose ici : la raison est dite sous son nom.` };
}

function groupView(finding: Finding, limit: number): GroupView {
  const { rule, title, why, remedy, source, review, places } = finding;
  const rows = places.slice(0, limit);
  return {
    id: rule,
    grade: gradeOf(finding, review),
    title,
    why,
    remedy,
    source,
    // Aliases name nobody.
    things: true,
    count: `${places.length} constat${places.length > 1 ? 's' : ''}`,
    total: places.length,
    rows: rows.map(({ at, subject, says, names, review: doubt }, index) => ({
      id: `${rule} ${index}`,
      subject,
      says: names?.length ? `${says} (${names.join(', ')})` : says,
      place: placeWords(at),
      review: doubt && !review,
      changes: [],
      reasons: [],
    })),
    more: places.length - rows.length,
  };
}

function placeWords(at: Anchor): string {
  return at.in === 'page' ? pageTitle(at.page) : `${at.file}, ligne ${at.line}`;
}
