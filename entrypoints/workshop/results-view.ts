import type {
  GaugeLineView,
  GaugeView,
  GroupView,
  ResultsView,
  RowView,
} from '@/components/workshop/results-view';
import type { DeletionGauge, GaugeLine } from '@/utils/core/roster-facts';
import type { ExpectedCohort } from '@/utils/files/control-result';
import type { PredictedImport } from '@/utils/files/expected';
import type { FileProblem } from '@/utils/files/problem';
import { schoolLabel } from '@/utils/named-school';
import { BOX, PREDELETE } from '@/utils/rules/roster-words';
import { isChosen } from './correction-acts';
import { correctionsView } from './corrections-view';
import { anchorPlace, plural, roleName } from './names';
import type { ControlSummary, ListedFinding, ListedRow, ReadFile } from './protocol';
import type { State } from './state';

const VERDICTS = [
  { value: 'certain', label: 'Certain' },
  { value: 'review', label: 'À vérifier' },
  { value: 'undecided', label: 'Sans décision' },
  { value: 'decided', label: 'Décidé' },
];

const UNKNOWN_KEY = 'Règle de clé non reconnue\u00A0: comparaison simple des deux fichiers.';
/** Nothing is to be learnt there (facts edifice §5.3). */
const EDIFICE_KEY =
  'Edifice reconnaît une personne à son identifiant («\u00A0externalid\u00A0»), sinon à son nom et à son prénom, et à la date de naissance d’un élève.';

/** What a control found, as it is shown. Pure. */
export function resultsView(state: State, summary: ControlSummary): ResultsView {
  const { findings, filters, updateAll } = state;
  const cautions = cautionsOf(state, summary);
  return {
    verdict: verdictOf(findings, cautions.length > 0),
    keyRules:
      summary.keyRules.length > 0
        ? summary.keyRules.map(
            ({ file, words, share }) =>
              `${file}\u00A0: clé = ${words} (vérifié sur ${percent(share)} des comptes)`,
          )
        : [summary.platform === 'edifice' ? EDIFICE_KEY : UNKNOWN_KEY],
    cautions,
    updateAll,
    box: summary.platform === 'edifice' ? PREDELETE : BOX,
    consequences: consequencesOf(summary),
    ...(summary.gauge ? { gauge: gaugeView(summary.gauge, state.expected) } : {}),
    filters: {
      ...filters,
      profiles: summary.profiles.map((role) => ({ value: role, label: roleName(role) })),
      verdicts: VERDICTS,
      classes: summary.classes.map((name) => ({ value: name, label: name })),
    },
    groups: findings.map((finding) => groupView(finding, state)),
    decided: summary.decided.map(({ hash, people }) => ({
      hash,
      people,
      verdict: state.decisions[hash] ?? 'check',
    })),
    ...correctionsView(state),
    ...(summary.prediction ? { predictable: { schools: state.schools.map(schoolLabel) } } : {}),
  };
}

function verdictOf(findings: readonly ListedFinding[], cautious: boolean): ResultsView['verdict'] {
  const [worst] = findings;
  if (!worst) {
    return cautious
      ? {
          grade: 'review',
          text: 'Contrôle incomplet\u00A0: rien n’a été trouvé, mais lisez les réserves ci-dessous.',
        }
      : { grade: 'pass', text: 'Rien à signaler\u00A0: aucune clé n’a changé et personne n’est en double.' };
  }
  const certain = findings.filter(({ review }) => !review).length;
  const doubtful = findings.length - certain;
  const said = [
    ...(certain > 0 ? [plural(certain, 'problème à réparer', 'problèmes à réparer')] : []),
    ...(doubtful > 0 ? [plural(doubtful, 'point à vérifier', 'points à vérifier')] : []),
  ];
  return { grade: worst.review ? 'review' : worst.impact, text: `${said.join(', ')} avant l’import.` };
}

/** What is wrong with a file by itself. Which of two rows of one key is right, a control tells better. */
export function problemsOf({ problems }: ReadFile, controlled: boolean): FileProblem[] {
  return controlled ? problems.filter(({ code }) => code !== 'repeated-key') : problems;
}

/** What was not controlled: silence proves nothing there. */
function cautionsOf({ sides }: State, summary: ControlSummary): string[] {
  const files = [...sides.reference.files, ...sides.toImport.files];
  const refused = files.filter((file) => file.refused);
  const spoilt = files
    .filter((file) => !file.refused)
    .map((file) => ({ name: file.name, problems: problemsOf(file, true) }))
    .filter(({ problems }) => problems.length > 0);
  return [
    ...spoilt.map(
      ({ name, problems }) =>
        `«\u00A0${name}\u00A0»\u00A0: ${plural(problems.length, 'problème signalé', 'problèmes signalés')} à sa lecture, ci-dessus. Le contrôle peut en être faussé.`,
    ),
    ...refused.map(({ name }) => `«\u00A0${name}\u00A0» n’a pas pu être lu et n’est donc pas contrôlé.`),
    ...summary.uncontrolled.map(
      (name) =>
        `«\u00A0${name}\u00A0» n’a pas de fichier correspondant à importer\u00A0: il n’est pas contrôlé.`,
    ),
    ...summary.unproven.map(
      (title) => `«\u00A0${title}\u00A0»\u00A0: ce point n’a pas pu être vérifié en entier.`,
    ),
    ...(summary.undecidable > 0
      ? [
          `${plural(summary.undecidable, 'groupe de personnes se ressemble', 'groupes de personnes se ressemblent')} trop pour être départagé\u00A0: à vérifier à la main.`,
        ]
      : []),
  ];
}

function consequencesOf({ prediction, platform }: ControlSummary): ResultsView['consequences'] {
  const isEdifice = platform === 'edifice';
  const numbers = (import_: PredictedImport | undefined) =>
    import_ &&
    `${plural(import_.created, 'compte créé', 'comptes créés')}, ${plural(import_.updated, 'mis à jour', 'mis à jour')}, ${plural(import_.deleted, isEdifice ? 'pré-supprimé' : 'supprimé')}. `;
  return {
    unticked: `${numbers(prediction?.unticked) ?? ''}Personne n’est ${isEdifice ? 'pré-supprimé' : 'supprimé'}\u202F; une clé changée crée un compte en double, vide, à côté de l’ancien.`,
    ticked: `${numbers(prediction?.ticked) ?? ''}${
      isEdifice
        ? 'Les comptes faits par fichier et absents sont pré-supprimés, puis supprimés à l’échéance\u202F; une clé changée pré-supprime l’ancien compte et en crée un vide.'
        : 'Les absents du fichier sont supprimés\u202F; une clé changée supprime le compte et son contenu, et en crée un vide.'
    }`,
  };
}

function gaugeView(gauge: DeletionGauge, expected: ExpectedCohort | undefined): GaugeView {
  const { total, byLevel, byClass, byProfile } = gauge;
  // What was just ticked shows at once, before the gauge is worked out again.
  const cohort = expected ?? gauge.cohort;
  return {
    grade: gauge.state === 'red' ? 'critical' : total.absent > 0 ? 'minor' : 'pass',
    says: gauge.says,
    alarms: gauge.alarms,
    known: total.known,
    expected: total.expected,
    unexpected: total.unexpected,
    levels: byLevel.map((line) => lineView(line, cohort.levels)),
    classes: byClass.map((line) => lineView(line, cohort.classes)),
    profiles: byProfile.map((line) => lineView({ ...line, label: roleName(line.profile) }, [])),
  };
}

function lineView({ label, known, absent }: GaugeLine, leaving: readonly string[]): GaugeLineView {
  return { label, known, absent, leaving: leaving.includes(label) };
}

function groupView(finding: ListedFinding, state: State): GroupView {
  const { rule, review, impact, title, why, remedy, source, total, matching, rows } = finding;
  return {
    id: rule,
    grade: review ? 'review' : impact,
    title,
    why,
    remedy,
    source,
    ...(finding.things && { things: true }),
    total,
    count:
      matching < total
        ? `${matching.toLocaleString('fr-FR')} sur ${plural(total, 'constat')}`
        : plural(total, 'constat'),
    rows: rows.map((row) => rowView(row, state)),
    more: Math.max(0, matching - rows.length),
  };
}

function rowView(row: ListedRow, { decisions, corrections }: State): RowView {
  const { id, subject, says, at, review, changes, reasons, pair } = row;
  return {
    id,
    subject,
    says,
    place: anchorPlace(at),
    review,
    changes: changes.map(({ label, difference }) => ({ label, fragments: difference })),
    reasons,
    ...(pair?.hash === undefined
      ? {}
      : { decision: { hash: pair.hash, verdict: decisions[pair.hash] ?? 'check' } }),
    ...(pair?.correctable
      ? {
          correction: {
            id: pair.id,
            label: 'Remettre les valeurs de l’export dans le fichier corrigé',
            chosen: isChosen(pair, corrections.choice),
          },
        }
      : {}),
  };
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}\u00A0%`;
}
