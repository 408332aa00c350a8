import type {
  ControlView,
  ExpectedView,
  FileProblemView,
  FileView,
  KeepView,
  RemovalView,
  Side,
  WorkshopView,
  ZoneView,
} from '@/components/workshop/view';
import type { FileProblem } from '@/utils/files/problem';
import { keepingDates } from '@/utils/store/kept-files';
import type { Expectation } from '@/utils/store/schema';
import { fieldChoices } from './columns';
import { bothGiven, refusalOf } from './control-acts';
import { dateText, encodingName, placeOf, plural, profileText } from './names';
import type { ReadFile } from './protocol';
import { staffFiles } from './removal-acts';
import { resultsView } from './results-view';
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

function zoneView({ sides, kept }: State, side: Side): ZoneView {
  return {
    side,
    problems: sides[side].problems.map(problemView),
    files: sides[side].files.map(fileView),
    ...(side === 'reference' && kept
      ? { origin: `Conservé sur ce poste depuis le ${dateText(kept.keptOn)}.` }
      : {}),
  };
}

function fileView(file: ReadFile): FileView {
  const { id, name, rows, refused, unmapped, profile, encoding, columns, problems } = file;
  const about = [profileText(profile), plural(rows, 'ligne'), encodingName(encoding)].join(', ');
  return {
    id,
    name,
    about: refused ? '' : about,
    refused,
    problems: problems.map(problemView),
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
  return {
    predictions: expectations.map((expectation) => ({
      id: predictionId(expectation),
      school: expectation.school,
      profile: expectation.profile,
      when: `Contrôle du ${dateText(expectation.at)}, case « Mettre à jour tous les utilisateurs » ${expectation.updateAll ? 'cochée' : 'non cochée'}`,
      numbers: NUMBERS.map(({ id, label }) => {
        const typed = found[`${predictionId(expectation)} ${id}`] ?? '';
        return { id, label, expected: expectation[id], found: typed, ...compare(expectation[id], typed) };
      }),
    })),
  };
}

/** Names a prediction in the page. */
export function predictionId({ school, profile }: Pick<Expectation, 'school' | 'profile'>): string {
  return JSON.stringify([school, profile]);
}

function compare(expected: number, typed: string): { verdict?: string; agrees?: boolean } {
  const text = typed.replace(/\s/g, '');
  if (text === '') return {};
  if (!/^\d+$/.test(text)) return { verdict: 'Ce n’est pas un nombre', agrees: false };
  const gap = Number(text) - expected;
  if (gap === 0) return { verdict: 'Conforme', agrees: true };
  return { verdict: gap > 0 ? `${gap} de plus` : `${-gap} de moins`, agrees: false };
}
