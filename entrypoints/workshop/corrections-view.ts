import type { CorrectionsView } from '@/components/workshop/results-view';
import { correctionKind, placeOf } from './names';
import type { State } from './state';

/** What can be put back, when something can. Pure. */
export function correctionsView({ corrections }: State): { corrections?: CorrectionsView } {
  const { preview, choice, written } = corrections;
  if (!preview || preview.total === 0) return {};
  const { total, chosen, undecided, kinds, files } = preview;
  return {
    corrections: {
      total,
      chosen,
      undecided,
      kinds: kinds.map(({ kind, count }) => ({
        kind,
        count,
        label: correctionKind(kind),
        chosen: choice.kinds.includes(kind),
      })),
      files: files.map(({ id, name, cells }) => {
        const file = written[id];
        return {
          id,
          name,
          newName: correctedName(name),
          cells,
          ...(file?.href ? { ready: { href: file.href, identical: file.identical } } : {}),
          problems: (file?.problems ?? []).map((problem) => ({
            place: placeOf(problem),
            message: problem.message,
            advice: problem.advice,
            fatal: problem.fatal,
          })),
        };
      }),
    },
  };
}

/** « Student-corrige.csv »: the guide's own platform reads the profile in the name, which stays. */
export function correctedName(name: string): string {
  return /\.\w+$/.test(name) ? name.replace(/(\.\w+)$/, '-corrige$1') : `${name}-corrige.csv`;
}
