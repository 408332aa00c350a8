import type { AccountsView, SourceView, TimetableView } from '@/components/workshop/timetable/timetable-view';
import { schoolYearLabel } from '@/utils/core/context';
import type { TimetableFile } from '@/utils/core/timetable-facts';
import { PASTED } from '@/utils/files/timetable-paste';
import { dateText, encodingName, plural, profileText } from '../names';
import { problemView } from '../view';
import { canJudge } from './judge-acts';
import type { Source } from './protocol';
import { resultsView } from './results-view';
import { schoolView } from './school-choice';
import type { TimetableState } from './state';
import { kindName } from './words';

/** What the section shows of its state. Pure. */
export function viewOf(state: TimetableState): TimetableView {
  const { sources, busy, failure, judged, problem } = state;
  // The same list saved in a text file is a file, to be taken away as files are.
  const isPasted = ({ file }: Source) => file === PASTED;
  const refusal = failure ?? (busy || sources.length === 0 || canJudge(state) ? undefined : REFUSED);
  return {
    sources: sources.map(sourceView),
    filled: sources.some((source) => !isPasted(source)),
    pasted: sources.some(isPasted),
    ...(busy && { busy }),
    ...(refusal !== undefined && { refusal }),
    school: schoolView(state),
    accounts: accountsView(state),
    ...(judged && refusal === undefined && { results: resultsView(state, judged) }),
    ...(problem && { problem: { says: problem.message, advice: problem.advice } }),
  };
}

const REFUSED = 'Rien de ce qui a été donné n’a pu être lu. Corrigez ce qui est signalé ci-dessus.';

function sourceView({ id, file, kind, problems, unknowable, envelope, parts = [] }: Source): SourceView {
  return {
    id,
    name: file,
    about: kind
      ? kindName(kind)
      : `${file === PASTED ? 'Cette liste n’a pas pu être lue' : 'Ce fichier n’a pas pu être lu'}.`,
    refused: kind === undefined,
    problems: problems.map(problemView),
    tells: envelope ? tellsOf(envelope) : [],
    unknowable,
    parts: parts.map(({ name, holds, modified }) => ({
      name,
      holds,
      modified: modified ? instantText(modified) : 'inconnue',
    })),
  };
}

function tellsOf({ partners, uai, schoolName, software, madeOn, year }: TimetableFile): SourceView['tells'] {
  const of = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  return [
    ...of('Code UAI (RNE)', uai),
    ...of('Établissement', schoolName),
    ...of('Socles', partners && (partners.join(', ') || 'aucun')),
    ...of('Logiciel', software?.text),
    ...of('Édition', software?.edition),
    ...of('Produit le', madeOn && instantText(madeOn)),
    ...of('Calendrier', year && `du ${dateText(year.from)} au ${dateText(year.to)}`),
    ...of('Année scolaire', year && schoolYearLabel({ startsIn: Number(year.from.slice(0, 4)) })),
  ];
}

/** « 07/09/2026 à 09:12 », in the time that is written. */
function instantText(iso: string): string {
  const time = iso.slice(11, 16);
  return time ? `${dateText(iso)} à ${time}` : dateText(iso);
}

function accountsView({ accounts, accountsOrigin }: TimetableState): AccountsView {
  const files = accounts?.files ?? [];
  const problems = accounts?.problems ?? [];
  return {
    filled: files.length + problems.length > 0,
    ...(accountsOrigin !== undefined && accounts && { origin: accountsOrigin }),
    problems: problems.map(problemView),
    files: files.map(({ id, name, rows, profile, encoding, refused, unmapped, problems: own }) => ({
      id,
      name,
      about: refused
        ? 'Ce fichier n’a pas pu être lu.'
        : [profileText(profile), plural(rows, 'ligne'), encodingName(encoding)].join(', '),
      problems: [...own.map(problemView), ...(unmapped && !refused ? [UNMAPPED] : [])],
    })),
  };
}

const UNMAPPED = {
  place: '',
  message: 'Les colonnes du nom et du prénom ne sont pas reconnues.',
  advice: 'Nommez-les dans « Contrôle avant import », puis revenez : elles seront retenues.',
  fatal: false,
};
