import type {
  ControlView,
  ExpectedView,
  FileProblemView,
  FileView,
  KeepView,
  PredictionView,
  RemovalView,
  Side,
  WorkshopView,
  ZoneView,
} from '@/components/workshop/view';
import { compareWithFound, type Totals } from '@/utils/files/expected';
import type { FileProblem } from '@/utils/files/problem';
import { keepingDates } from '@/utils/store/kept-files';
import type { Expectation } from '@/utils/store/schema';
import { fieldChoices } from './columns';
import { bothGiven, refusalOf } from './control-acts';
import { dateText, encodingName, placeOf, plural, profileText } from './names';
import type { ReadFile } from './protocol';
import { staffFiles } from './removal-acts';
import { problemsOf, resultsView } from './results-view';
import type { State } from './state';

/** What the workshop shows of its state. Pure. */
export function viewOf(state: State): WorkshopView {
  const { section, erasing, problem } = state;
  return {
    section,
    control: controlView(state),
    removal: removalView(state),
    expected: expectedView(state),
    settings: { erasing },
    ...(problem ? { problem: { says: problem.message, advice: problem.advice } } : {}),
  };
}

function controlView(state: State): ControlView {
  const { busy, failure, summary } = state;
  const refused = !busy && bothGiven(state) ? refusalOf(state) : undefined;
  const refusal = failure ?? refused ?? (summary?.refused ? summary.refusals.join(' ') : undefined);
  return {
    reference: zoneView(state, 'reference'),
    toImport: zoneView(state, 'toImport'),
    keep: keepView(state),
    ...(busy ? { busy } : {}),
    ...(refusal === undefined ? {} : { refusal }),
    ...(summary && refusal === undefined ? { results: resultsView(state, summary) } : {}),
  };
}

function zoneView({ sides, kept, summary }: State, side: Side): ZoneView {
  return {
    side,
    problems: sides[side].problems.map(problemView),
    files: sides[side].files.map((file) => fileView(file, summary !== undefined)),
    ...(side === 'reference' && kept
      ? { origin: `Conservé sur ce poste depuis le ${dateText(kept.keptOn)}.` }
      : {}),
  };
}

function fileView(file: ReadFile, controlled: boolean): FileView {
  const { id, name, rows, refused, unmapped, profile, encoding, columns } = file;
  const about = [profileText(profile), plural(rows, 'ligne'), encodingName(encoding)].join(', ');
  return {
    id,
    name,
    about: refused ? '' : about,
    refused,
    problems: problemsOf(file, controlled).map(problemView),
    ...(refused ? {} : { mapping: { needed: unmapped, columns, fields: fieldChoices(columns) } }),
  };
}

/** A problem of a file, with its place in words. */
export function problemView(problem: FileProblem): FileProblemView {
  const { message, advice, fatal } = problem;
  return { place: placeOf(problem), message, advice, fatal };
}

function keepView({ today, kept, sides }: State): KeepView {
  return {
    possible: sides.reference.files.some((file) => !file.refused),
    today,
    ...keepingDates(today),
    ...(kept ? { until: `jusqu’au ${dateText(kept.until)}` } : {}),
  };
}

function removalView(state: State): RemovalView {
  const { removal } = state;
  const { file, people, picked, found, search, schoolName, uai, profile, request } = removal;
  return {
    files: staffFiles(state).map(({ id, name }) => ({ id, name, chosen: id === file })),
    people: people.map((person) => ({ ...person, chosen: picked.has(person.row) })),
    search,
    found,
    more: Math.max(0, found - people.length),
    chosen: picked.size,
    schoolName,
    uai,
    profile,
    ...(request ? { request } : {}),
  };
}

const NUMBERS = [
  { id: 'created', label: 'Créés' },
  { id: 'updated', label: 'Mis à jour' },
  { id: 'deleted', label: 'Supprimés' },
] as const;

function expectedView({ expectations, found }: State): ExpectedView {
  return { predictions: expectations.map((one) => predictionView(one, found)) };
}

/** One prediction beside the numbers typed from the platform's recap. Pure. */
export function predictionView(
  expectation: Expectation,
  found: Readonly<Record<string, string>>,
): PredictionView {
  const id = predictionId(expectation);
  const asked = expectation.updateAll ? 'demandée' : 'non demandée';
  const read = NUMBERS.map(({ id: what, label }) => {
    const typed = found[`${id} ${what}`] ?? `${expectation.seen?.[what] ?? ''}`;
    const compared = compare(expectation, what, typed);
    return {
      gap: compared.gap,
      number: { id: what, label, expected: expectation[what], found: typed, ...compared.said },
    };
  });
  return {
    id,
    school: expectation.school,
    profile: expectation.profile,
    when: `Contrôle du ${dateText(expectation.at)}, suppression des comptes absents du fichier ${asked}`,
    numbers: read.map(({ number }) => number),
    ...(expectation.seen ? { seen: expectation.seen.on } : {}),
    gaps: [...read.flatMap(({ gap }) => gap ?? []), ...(expectation.seen?.says ?? [])],
  };
}

/** Names a prediction in the page. */
export function predictionId({ school, profile }: Pick<Expectation, 'school' | 'profile'>): string {
  return JSON.stringify([school, profile]);
}

/** What is said of a number as it was typed; `gap` is the whole sentence, when there is one. */
function compare(
  expectation: Expectation,
  what: keyof Totals,
  typed: string,
): { said: { verdict?: string; agrees?: boolean }; gap?: string } {
  const text = typed.replace(/\s/g, '');
  if (text === '') return { said: {} };
  if (!/^\d+$/.test(text)) return { said: { verdict: 'Ce n’est pas un nombre', agrees: false } };
  const [gap] = compareWithFound({ ...expectation, perProfile: [] }, { [what]: Number(text) });
  if (!gap) return { said: { verdict: 'Conforme', agrees: true } };
  const signed = (gap.found - gap.expected).toLocaleString('fr-FR', { signDisplay: 'always' });
  return { said: { verdict: signed, agrees: false }, gap: gap.says };
}
