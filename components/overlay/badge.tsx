import { useRef } from 'preact/hooks';
import { type Grade, ImpactIcon } from '@/components/impact-icon';
import type { Place } from './view';

/** A press that moves less than this is a click, in px. */
const DRAG_THRESHOLD = 4;
/** One press of an arrow key, in px. */
const KEY_STEP = 16;

interface BadgeProps {
  label: string;
  count: number;
  grade: Grade;
  open: boolean;
  place: Place;
  onToggle(): void;
  onMove(place: Place): void;
  /** The place is to be kept: the pointer was released, or a key pressed. */
  onMoved(): void;
}

/** The small button that is always there: what was found, at a glance. Dragged with a pointer or moved with arrows. */
export function Badge({ label, count, grade, open, place, onToggle, onMove, onMoved }: BadgeProps) {
  const drag = useRef<{ x: number; y: number; from: Place; moved: boolean } | undefined>(undefined);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    drag.current = { x: event.clientX, y: event.clientY, from: place, moved: false };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const start = drag.current;
    if (!start) return;
    const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
    start.moved ||= Math.hypot(dx, dy) > DRAG_THRESHOLD;
    if (start.moved) onMove({ right: start.from.right - dx, bottom: start.from.bottom - dy });
  };
  const onClick = () => {
    const moved = drag.current?.moved;
    drag.current = undefined;
    if (moved) onMoved();
    else onToggle();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    onMove({ right: place.right - step[0] * KEY_STEP, bottom: place.bottom + step[1] * KEY_STEP });
    onMoved();
  };

  return (
    <button
      type="button"
      class={`badge ${grade}`}
      aria-expanded={open}
      aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
      title="Cliquer pour ouvrir, glisser ou flèches pour déplacer"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerCancel={() => {
        if (drag.current?.moved) onMoved();
        drag.current = undefined;
      }}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <ImpactIcon grade={grade} size={20} />
      <span class="badge-name" aria-hidden="true">
        Vigie{count > 0 && <span class="badge-count">{count.toLocaleString('fr-FR')}</span>}
      </span>
      <span class="visually-hidden">{label}</span>
    </button>
  );
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
