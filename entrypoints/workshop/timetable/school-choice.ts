import type { SchoolChoiceView } from '@/components/workshop/timetable/timetable-view';
import { checkUai } from '@/utils/core/uai';
import type { TimetableState } from './state';

/** A file of those given, and the school that it says it is of. */
interface Claim {
  file: string;
  uai: string;
}

/** The school of the import as chosen, how the files agree with it, and the codes to choose from. Pure. */
export function schoolView(state: TimetableState): SchoolChoiceView {
  const { uai: typed, schools, sources } = state;
  const claims = sources.flatMap(({ file, envelope }) =>
    envelope?.uai ? [{ file, uai: envelope.uai }] : [],
  );
  const { uai } = checkUai(typed);
  const named = (code: string) => {
    const name = schools.find((known) => known.uai === code)?.name;
    return name ? `${code} (${name})` : code;
  };
  const others = [...new Set(claims.map((claim) => claim.uai))].filter((code) => code !== uai);
  const verdict = verdictOn(typed, claims);
  return {
    uai: typed,
    known: schools.map((school) => ({ value: school.uai ?? '', label: `${school.name} (${school.uai})` })),
    ...(verdict && { verdict }),
    inFiles: others.map((code) => ({ value: code, label: `L’import est celui de ${named(code)}` })),
  };
}

function verdictOn(typed: string, claims: readonly Claim[]): SchoolChoiceView['verdict'] {
  const { uai, wellFormed, letterMatches, expectedLetter } = checkUai(typed);
  const [first] = claims;
  if (typed.trim() === '') return first && unasked(first, claims);
  if (!wellFormed) return { grade: 'serious', text: 'Un code UAI s’écrit avec sept chiffres et une lettre.' };
  const strangers = claims.filter((claim) => claim.uai !== uai);
  const [stranger] = strangers;
  if (stranger)
    return strangers.length < claims.length
      ? { grade: 'critical', text: `${listed(strangers)}, pas de ${uai}. ${STRANGER}` }
      : { grade: 'critical', text: `Le fichier est celui de ${stranger.uai}, pas de ${uai}. ${WHICH}` };
  if (first) return { grade: 'pass', text: `Le fichier est bien celui de ${uai}.` };
  return letterMatches
    ? undefined
    : { grade: 'review', text: `La lettre attendue pour ce code est ${expectedLetter} : vérifiez-le.` };
}

const STRANGER = 'Ce qu’il contient n’est pas contrôlé, et il n’est pas à importer ici.';
const WHICH =
  'Si le code ci-dessus est faux, corrigez-le. S’il est juste, n’importez pas ce fichier : refaites l’export.';

/** The file's own word proves nothing: only the person can say which school the import is of. */
function unasked(first: Claim, claims: readonly Claim[]): SchoolChoiceView['verdict'] {
  const isOne = claims.every(({ uai }) => uai === first.uai);
  const text = isOne
    ? `Le fichier se dit celui de ${first.uai}. Est-ce l’établissement de l’import ?`
    : `${listed(claims)}. Choisissez l’établissement de l’import : seul son fichier sera contrôlé.`;
  return { grade: 'review', text };
}

/** « a.xml est de 0490856P, b.xml de 0134567A ». */
function listed(claims: readonly Claim[]): string {
  return claims.map(({ file, uai }, n) => `${file} ${n === 0 ? 'est ' : ''}de ${uai}`).join(', ');
}
