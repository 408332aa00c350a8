import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Grade, gradeOf } from '@/components/impact-icon';
import { Badge } from './badge';
import { type Cover, Covers, type Curtain } from './covers';
import { DossierPlace } from './dossier-place';
import { type Hold, HoldDialog } from './hold-dialog';
import { type Mark, Marks } from './marks';
import { Panel } from './panel';
import { lastDone, type OverlayActions, type OverlayView, type Place } from './view';
import { WhereChip, WhereSaid } from './whereabouts';

export interface OverlayProps {
  view: OverlayView;
  marks: readonly Mark[];
  /** Where names stand on the page, as long as they are masked. */
  covers?: readonly Cover[];
  curtain?: Curtain | undefined;
  /** Shows what is masked whole. */
  onReveal?(): void;
  actions: OverlayActions;
  hold?: (Hold & { onCancel(): void; onUnderstood(): void }) | undefined;
  /** Said once to screen readers, shown in a small note: « vous pouvez cliquer à nouveau… ». */
  status: string;
  open: boolean;
  /** True when the person took the badge away from this page; irreversible clicks are still held. */
  hidden?: boolean;
  place: Place;
  /** Size of the window, px. */
  window: { width: number; height: number };
  onToggle(open: boolean): void;
  onMove(place: Place): void;
  onMoved(): void;
}

const BADGE_HEIGHT = 44;
const PANEL_WIDTH = 400;
const MARGIN = 8;
/** Share of a tall window: the buttons at the top of the ENT's own panels stay in sight. */
const TALLEST = 0.64;
/** Below this height, px, the findings need all the room there is. */
const TALL_WINDOW = 700;

/** Everything that is drawn over the ENT. */
export function Overlay(props: OverlayProps) {
  const { view, marks, actions, hold, status, open, place, onToggle, onMove, onMoved } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  // Before the browser paints: a key pressed at once must find the keyboard where it belongs.
  useLayoutEffect(() => {
    if (open && !wasOpen.current) heading.current?.focus();
    if (!open && wasOpen.current) root.current?.querySelector<HTMLElement>('.badge')?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <div class={`overlay${view.demonstration ? ' demonstration' : ''}`} ref={root}>
      {view.demonstration && (
        <Covers covers={props.covers ?? []} curtain={props.curtain} reveal={() => props.onReveal?.()} />
      )}
      <Marks marks={marks} onPick={() => onToggle(true)} />
      <div
        class="badge-place"
        hidden={props.hidden}
        style={`right:${place.right}px;bottom:${place.bottom}px`}
      >
        {view.demonstration && <span class="demonstrating">Mode démonstration</span>}
        <Badge
          label={badgeLabel(view)}
          count={count(view)}
          grade={worst(view)}
          onToggle={() => onToggle(!open)}
          {...{ open, place, onMove, onMoved }}
        />
      </div>
      {open && (
        <Panel
          style={panelStyle(place, props.window)}
          headingRef={heading}
          onClose={() => onToggle(false)}
          {...{ view, actions }}
        />
      )}
      {view.where?.chip && !open && !props.hidden && <WhereChip where={view.where} place={place} />}
      <WhereSaid where={view.where} />
      <p class={`status ${status ? 'said' : ''}`} role="status">
        {status}
      </p>
      {view.dossier && <DossierPlace draw={actions.drawDossier} />}
      {hold && <HoldDialog {...hold} hold={hold} />}
    </div>
  );
}

/** What was found: the badge, its words, the toolbar and the panel all count these. */
function count(view: OverlayView): number {
  return view.findings.reduce((sum, finding) => sum + finding.places.length, 0);
}

function worst({ findings, screen, live, clear, idle }: OverlayView): Grade {
  const [first] = findings;
  if (first) return gradeOf(first, first.review);
  if (screen.kind === 'unreadable' || live.kind === 'failed') return 'review';
  if (screen.kind !== 'read' && !lastDone(live)) return 'minor';
  if (idle) return 'minor';
  return clear ? 'pass' : 'review';
}

function badgeLabel(view: OverlayView): string {
  if (view.screen.kind === 'unreadable') return 'Vigie\u00a0: page non reconnue, contrôle inactif';
  const found = count(view);
  const many = found > 1 ? 's' : '';
  if (found > 0) return `Vigie\u00a0: ${found.toLocaleString('fr-FR')} point${many} signalé${many}`;
  if (view.screen.kind !== 'read') return 'Vigie ENT';
  if (view.idle) return 'Vigie\u00a0: rien à contrôler ici pour l’instant';
  return view.clear ? 'Vigie\u00a0: rien à signaler sur cet écran' : 'Vigie\u00a0: lecture partielle';
}

/** Above the badge when it stands low, below it when it stands high, always inside the window. */
function panelStyle(place: Place, { width, height }: OverlayProps['window']): string {
  const wide = Math.min(PANEL_WIDTH, width - 2 * MARGIN);
  const right = Math.max(MARGIN, Math.min(place.right, width - wide - MARGIN));
  const low = place.bottom < height / 2;
  const room = low ? height - place.bottom - BADGE_HEIGHT - 2 * MARGIN : place.bottom - 2 * MARGIN;
  const edge = low
    ? `bottom:${place.bottom + BADGE_HEIGHT + MARGIN}px`
    : `top:${height - place.bottom + MARGIN}px`;
  const tallest = Math.max(200, height > TALL_WINDOW ? Math.min(room, height * TALLEST) : room);
  return `right:${right}px;width:${wide}px;--tallest:${tallest}px;--room:${Math.max(200, room)}px;${edge}`;
}
