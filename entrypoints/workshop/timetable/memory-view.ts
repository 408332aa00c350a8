import type { MemoryView } from '@/components/workshop/timetable/timetable-view';
import { dateText } from '../names';
import { envelopeOf, replacesLast, schoolOf } from './judge-acts';
import type { Judged } from './protocol';
import type { TimetableState } from './state';

/** What is remembered of the school, and what can be done about it. */
export function memoryView(state: TimetableState, judged: Judged): MemoryView {
  const { last, kept } = state;
  const envelope = envelopeOf(state);
  const uai = schoolOf(state)?.uai ?? envelope?.uai;
  const isSame = last?.madeOn === envelope?.madeOn && last?.software?.text === envelope?.software?.text;
  const what = [last?.software?.text, last?.madeOn && `produit le ${dateText(last.madeOn)}`];
  const isItsOwn = envelope?.uai === undefined || envelope.uai === uai;
  const isOther =
    envelope !== undefined &&
    envelope.form !== 'udt' &&
    uai !== undefined &&
    isItsOwn &&
    last !== undefined &&
    !isSame;
  const hasReplaced = isOther && replacesLast(state);
  return {
    ...(last && {
      last: `Dernier fichier vu pour ${last.uai} : ${what.filter(Boolean).join(', ') || 'sans version ni date'}, retenu le ${dateText(last.at)}.${hasReplaced ? ' Celui-ci prend sa place.' : ''}`,
    }),
    replaceable:
      isOther && !hasReplaced && judged.holding.every((rule) => rule === 'changed-pronote-edition'),
    forgettable: last !== undefined || kept !== undefined,
  };
}
