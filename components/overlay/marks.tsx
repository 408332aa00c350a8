import { GRADE_WORDS, type Grade, ImpactIcon } from '@/components/impact-icon';
import { VerdictIcon } from '@/components/verdict-icon';
import { STANDING_LABELS, type Standing } from '@/utils/core/person';

/** One mark, in px of the window, over a row of the page. */
export interface Mark {
  key: string;
  top: number;
  left: number;
  height: number;
  grade: Grade;
  /** For a person: the mark then wears the verdict rather than the grade. */
  verdict?: Standing;
  title: string;
  /** True for the row that « Voir » has just led to. */
  shown: boolean;
  width: number;
  /** True for words inside a line: the mark stands after them, since before them are boxes and arrows. */
  after?: boolean;
}

interface MarksProps {
  marks: readonly Mark[];
  onPick(): void;
}

/**
 * Marks beside the rows concerned, in our own layer: the ENT's document is never touched. Hidden from screen readers
 * and from the tab order, since the panel says the same with its own « Voir » buttons.
 */
export function Marks({ marks, onPick }: MarksProps) {
  return (
    <div class="marks" aria-hidden="true">
      {marks.map(({ key, top, left, height, width, grade, verdict, title, shown, after }) => (
        <div
          key={key}
          class={`mark ${verdict ?? grade}${shown ? ' shown' : ''}${after ? ' after' : ''}`}
          data-key={key}
          style={box({ top, left, height, width })}
        >
          <button
            type="button"
            tabIndex={-1}
            title={`${verdict ? STANDING_LABELS[verdict] : GRADE_WORDS[grade]} : ${title}`}
            onClick={onPick}
          >
            {verdict ? <VerdictIcon verdict={verdict} size={16} /> : <ImpactIcon grade={grade} size={16} />}
          </button>
        </div>
      ))}
    </div>
  );
}

function box({ top, left, height, width }: Pick<Mark, 'top' | 'left' | 'height' | 'width'>): string {
  return `transform:translate(${left}px,${top}px);height:${height}px;width:${width}px`;
}
