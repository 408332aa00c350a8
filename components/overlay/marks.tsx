import { GRADE_WORDS, type Grade, ImpactIcon } from '@/components/impact-icon';

/** One mark, in px of the window, over a row of the page. */
export interface Mark {
  key: string;
  top: number;
  left: number;
  height: number;
  grade: Grade;
  title: string;
  /** True for the row that « Voir » has just led to. */
  shown: boolean;
  width: number;
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
      {marks.map(({ key, top, left, height, width, grade, title, shown }) => (
        <div
          key={key}
          class={`mark ${grade}${shown ? ' shown' : ''}`}
          data-key={key}
          style={box({ top, left, height, width })}
        >
          <button type="button" tabIndex={-1} title={`${GRADE_WORDS[grade]} : ${title}`} onClick={onPick}>
            <ImpactIcon grade={grade} size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}

function box({ top, left, height, width }: Pick<Mark, 'top' | 'left' | 'height' | 'width'>): string {
  return `transform:translate(${left}px,${top}px);height:${height}px;width:${width}px`;
}
