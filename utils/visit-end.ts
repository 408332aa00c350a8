import type { VisitEnd } from './core/tour';
import { LiveError, type LiveProblem } from './ents/get-json';

/** After these, no other school can be read either. */
const SPOILS_ALL: readonly LiveProblem[] = ['session', 'second-factor', 'network', 'cancelled'];

/** Something that stops the whole tour, whichever the school: French, says what to do. */
export class TourStopped extends Error {
  override name = 'TourStopped';
}

/** What an exception in the reading of one school means for the tour. */
export function visitEnd(error: unknown): VisitEnd {
  if (error instanceof TourStopped) return { kind: 'stopped', why: error.message };
  if (!(error instanceof LiveError))
    return {
      kind: 'failed',
      why: `La lecture s’est interrompue sur une réponse inattendue de la console. (${String(error)})`,
    };
  const { problem, message: why } = error;
  if (problem === 'cancelled') return { kind: 'stopped', why: 'Tournée interrompue.' };
  if (!SPOILS_ALL.includes(problem)) return { kind: 'failed', why };
  return { kind: 'stopped', why, ...(problem === 'network' && { network: true }) };
}
