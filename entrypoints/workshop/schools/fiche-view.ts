import type { Grade } from '@/components/impact-icon';
import type {
  ChangeRow,
  Choice,
  ComparisonView,
  FicheView,
  PhaseRow,
  SchoolView,
} from '@/components/workshop/schools/view';
import { momentText } from '@/utils/checklists/calendar';
import type { EntId } from '@/utils/core/facts';
import { byImpact, type Fiche, type ListRead, type RuleCount } from '@/utils/core/fiche';
import type { Rule } from '@/utils/core/rule';
import { type Change, compareFiches } from '@/utils/report/compare-fiches';
import { listName } from '@/utils/report/read-summary';
import { plural } from '../names';
import { predictionView } from '../view';
import { type BoardCard, placeText } from './join-cards';
import type { Opened } from './open-school';

/** What names one fiche of a school among the others. */
export function ficheId({ by, at, host }: Fiche): string {
  return `${at} ${by} ${host}`;
}

const WAYS: Record<'live' | 'user-files' | 'timetable-file', string> = {
  live: 'contrôle de tout l’établissement',
  'user-files': 'contrôle des fichiers d’utilisateurs',
  'timetable-file': 'contrôle d’un fichier d’emploi du temps',
};

/** « 27/08 à 10 h 05, contrôle de tout l’établissement »; screens by the name that `titleOf` gives them. */
export function ficheTitle({ by, at }: Fiche, titleOf: (page: string) => string): string {
  const way = WAYS[by as keyof typeof WAYS] ?? `écran « ${titleOf(by)} »`;
  return `${momentText(at)}, ${way}`;
}

/** The fiches of a school, to choose from. */
export function choicesOf(fiches: readonly Fiche[], titleOf: (page: string) => string): Choice[] {
  const several = new Set(fiches.map(({ host }) => host)).size > 1;
  const titles = fiches.map((fiche) => ficheTitle(fiche, titleOf) + (several ? ` (${fiche.host})` : ''));
  return fiches.map((fiche, index) => {
    const title = titles[index] ?? '';
    // Two of one minute: only their seconds tell them apart.
    const alike = titles.filter((one) => one === title).length > 1;
    return {
      value: ficheId(fiche),
      label: alike ? `${title}, à ${Number(fiche.at.slice(17, 19))}\u00A0s` : title,
    };
  });
}

/** One fiche as it is read. Rules that found something first, by harm; the others are counted. Pure. */
export function ficheView(
  fiche: Fiche,
  rules: readonly Rule[],
  titleOf: (page: string) => string,
): FicheView {
  const counts = new Map(fiche.counts.map((count) => [count.rule, count]));
  const known = byImpact(rules).flatMap((rule) => {
    const count = counts.get(rule.id);
    return count && !isPass(count) ? [{ id: rule.id, title: rule.title, ...wordOf(count, rule.impact) }] : [];
  });
  const unknown = fiche.counts
    .filter(({ rule }) => !rules.some(({ id }) => id === rule))
    .map((count) => ({
      id: count.rule,
      title: `${count.rule} (règle d’une autre version)`,
      ...wordOf(count, 'minor'),
    }));
  const passed = fiche.counts.filter(isPass).length;
  return {
    id: ficheId(fiche),
    title: ficheTitle(fiche, titleOf),
    read: fiche.read.flatMap(readText),
    rules: [...known, ...unknown].sort((a, b) => ORDER.indexOf(a.grade) - ORDER.indexOf(b.grade)),
    passed: passed === 0 ? 'Aucune règle n’a pu conclure que tout va bien.' : passedText(passed),
    figures: Object.entries(fiche.figures).map(([label, count]) => ({ label, count })),
  };
}

/** What is sure comes before what is to be checked, however harmful that would be. */
const ORDER: readonly Grade[] = ['critical', 'vanishing', 'serious', 'minor', 'review', 'pass'];

function isPass({ outcome, complete }: RuleCount): boolean {
  return outcome === 'pass' && complete;
}

function passedText(count: number): string {
  return count === 1
    ? '1 règle a tout lu et n’a rien trouvé.'
    : `${count} règles ont tout lu et n’ont rien trouvé.`;
}

function wordOf(
  { outcome, violations, reviews }: RuleCount,
  impact: Rule['impact'],
): { grade: Grade; says: string } {
  const doubts = reviews > 0 ? `${reviews} à vérifier` : '';
  if (violations > 0) {
    const found = plural(violations, 'constat', 'constats');
    return { grade: impact, says: doubts ? `${found}, ${doubts}` : found };
  }
  if (outcome === 'error') return { grade: 'review', says: 'la règle a échoué' };
  return { grade: 'review', says: doubts || 'lecture incomplète : rien n’est prouvé' };
}

/** « 62 comptes lus sur 214 »; forms and single things are not lists. */
function readText({ list, shown, total, complete }: ListRead): string[] {
  const name = listName(list, shown);
  if (!name) return [];
  const whole = total === undefined ? '' : ` sur ${total}`;
  return [`${shown} ${name}${whole}${complete ? '' : ', liste incomplète'}`];
}

const CHANGE_WORDS: Record<Change, string> = {
  appeared: 'apparu',
  gone: 'disparu',
  more: 'en hausse',
  fewer: 'en baisse',
  same: 'inchangé',
};

/** Two fiches side by side, what changed first. Pure. */
export function comparisonView(
  before: Fiche,
  after: Fiche,
  rules: readonly Rule[],
  titleOf: (page: string) => string,
): ComparisonView {
  const { rules: changes, figures } = compareFiches(before, after);
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const titleOfRule = (id: string) => titles.get(id) ?? id;
  const said = changes.flatMap(({ rule, change, before: was, after: is }): ChangeRow[] =>
    change === 'unread' || !was || !is
      ? []
      : [
          {
            label: titleOfRule(rule),
            before: countText(was),
            after: countText(is),
            ...wordsOf(change, was, is),
          },
        ],
  );
  const numbers = figures.flatMap(({ label, change, before: was, after: is }): ChangeRow[] =>
    change === 'unread' || was === undefined || is === undefined
      ? []
      : [{ label, before: String(was), after: String(is), ...figureWords(was, is) }],
  );
  const isSame = ({ grade }: ChangeRow) => grade === 'same';
  return {
    title: `${ficheTitle(before, titleOf)} → ${ficheTitle(after, titleOf)}`,
    rules: said.filter((row) => !isSame(row)),
    figures: numbers.filter((row) => !isSame(row)),
    same: [...said, ...numbers].filter(isSame),
    unread: [
      ...changes.filter(({ change }) => change === 'unread').map(({ rule }) => titleOfRule(rule)),
      ...figures.filter(({ change }) => change === 'unread').map(({ label }) => label),
    ],
  };
}

/** Cases that are sure now and were only doubted are no progress; as many that are sure no more are not the same. */
function wordsOf(change: Change, was: RuleCount, is: RuleCount): Pick<ChangeRow, 'change' | 'grade'> {
  const surer = is.violations - was.violations;
  if (surer > 0 && change !== 'appeared' && change !== 'more') return { change: 'confirmé', grade: 'worse' };
  if (surer < 0 && change === 'same') return { change: 'à vérifier désormais', grade: 'other' };
  const grade = change === 'same' ? 'same' : change === 'gone' || change === 'fewer' ? 'better' : 'worse';
  return { change: CHANGE_WORDS[change], grade };
}

function figureWords(was: number, is: number): Pick<ChangeRow, 'change' | 'grade'> {
  if (was === is) return { change: 'inchangé', grade: 'same' };
  return { change: `${is > was ? '+' : '−'}${Math.abs(is - was)}`, grade: 'other' };
}

function countText({ violations, reviews }: RuleCount): string {
  if (reviews === 0) return String(violations);
  return violations === 0 ? `${reviews} à vérifier` : `${violations} + ${reviews} à vérifier`;
}

/** What two controls can tell of a family, and why its names can't be told here. */
const COMPARED: Record<EntId, string> = {
  edifice:
    'Les nombres sont ceux des fiches. Les noms ne sont gardés nulle part : pour voir qui est apparu, parti ou changé, cliquez dans le panneau de la console sur « Garder cette lecture pour comparer », puis, après l’intervention et sans fermer la page, sur « Contrôler à nouveau ».',
  itslearning:
    'Sur itslearning, Vigie lit les écrans que vous ouvrez : elle compare les stratégies, les cours, la hiérarchie, et les comptes par profil de l’export donné au contrôle des fichiers. Aucun des écrans qu’elle lit ne dit la source d’un compte. Les noms ne sont pas comparés : chaque écran remplace le précédent, et Vigie n’en garde aucun.',
  skolengo:
    'Sur Skolengo, Vigie lit les écrans que vous ouvrez : elle compare les groupes libres, les comptes créés manuellement, les rubriques et les périodes de blocage. Aucun des écrans qu’elle lit ne liste les comptes venus de l’annuaire. Les noms ne sont pas comparés : chaque écran remplace le précédent, et Vigie n’en garde aucun.',
};

/** The page of one school: its latest fiche, and the latest two of one kind compared, unless others are chosen. */
export function schoolView(
  card: BoardCard,
  { fiches, shown, before, after, expectations, found }: Opened,
  rules: readonly Rule[],
  titleOf: (page: string) => string,
  phases: readonly PhaseRow[],
): SchoolView {
  const { school: key, name, uai } = card;
  const find = (id: string | undefined) => fiches.find((fiche) => ficheId(fiche) === id);
  const fiche = find(shown) ?? fiches[0];
  // Whole controls are what one compares, whatever screen was opened since.
  const whole = fiches.filter(({ by }) => by === 'live');
  const to = find(after) ?? (shown === undefined && whole.length > 1 ? whole[0] : fiche);
  const from =
    find(before) ??
    fiches.find((one) => to && one.by === to.by && one.host === to.host && one.at < to.at) ??
    fiches.at(-1);
  const comparable = from && to && from !== to;
  return {
    key,
    name,
    about: [uai, placeText(card)].filter(Boolean).join(' · '),
    fiches: choicesOf(fiches, titleOf),
    phases,
    predictions: expectations.map((one) => predictionView(one, found)),
    compared: COMPARED[card.ent],
    ...(fiche && { shown: ficheView(fiche, rules, titleOf) }),
    ...(from &&
      to &&
      fiches.length > 1 && {
        comparison: {
          before: ficheId(from),
          after: ficheId(to),
          ...(comparable && { view: comparisonView(from, to, rules, titleOf) }),
        },
      }),
  };
}
