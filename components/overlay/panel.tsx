import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { GRADE_WORDS, ImpactIcon } from '@/components/impact-icon';
import { DecideBar } from './decide-bar';
import { FindingCard } from './finding-card';
import { ImportSection } from './import-section';
import { LiveControl } from './live-control';
import { OffLine } from './off-line';
import { PeoplePlace } from './people-place';
import { PersonCard } from './person-card';
import { ScreenLine } from './screen-line';
import { ScreenSteps } from './screen-steps';
import { SeasonBanner } from './season-banner';
import { SupportSection } from './support-section';
import { tally } from './tally';
import { TeachChoice } from './teach-choice';
import { lastDone, type Masked, type OverlayActions, type OverlayView } from './view';
import { WalkBar } from './walk-bar';
import { WhereWords } from './whereabouts';
import { YearSection } from './year-section';

interface PanelProps {
  view: OverlayView;
  actions: OverlayActions;
  style: string;
  headingRef: Ref<HTMLHeadingElement>;
  onClose(): void;
}

/** Everything known of the school and the screen: what was read, what was found, what to do. */
export function Panel({ view, actions, style, headingRef, onClose }: PanelProps) {
  const { school, screen, read, findings, live, notice, person, people } = view;
  const body = useRef<HTMLDivElement>(null);
  const who = person && (person.own ?? `${person.name} ${person.profile}`);
  useEffect(() => {
    // Somebody opened from far down the table: the verdict on them must not have to be looked for.
    if (who !== undefined) body.current?.scrollTo({ top: 0 });
  }, [who]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section class="panel" style={style} aria-label="Vigie ENT" onKeyDown={onKeyDown}>
      <header class={view.where?.stale ? 'stale' : undefined}>
        <div>
          <h2 ref={headingRef} tabIndex={-1}>
            {school?.name ?? (view.where?.nameless ? view.where.name : 'Vigie ENT')}
          </h2>
          <p class="muted">
            {school?.uai ? `UAI ${school.uai}` : 'UAI non affichée par cet écran'} · {view.ent}
          </p>
          {view.where && (
            <p class="muted">
              <WhereWords where={view.where} />
            </p>
          )}
        </div>
        <button type="button" class="close" onClick={onClose} aria-label="Fermer le panneau">
          <span aria-hidden="true">×</span>
        </button>
      </header>
      {people && <WalkBar people={people} person={person} actions={actions} />}
      {person && <DecideBar card={person} fresh={view.fresh} actions={actions} />}
      <div class="body" ref={body}>
        {notice && (
          <p class="alert" role="alert">
            {notice}
          </p>
        )}
        {person && <PersonCard card={person} fresh={view.fresh} actions={actions} />}
        {view.banner && <SeasonBanner says={view.banner.says} hide={actions.hideBanner} />}
        {view.demonstration && (
          <p class="demonstrating">
            {MASKED_WORDS[view.masked ?? 'loading']} Hors de l’administration, les pages de l’ENT ne sont pas
            masquées.
          </p>
        )}
        {people && <PeoplePlace people={people} draw={actions.drawPeople} />}
        <ScreenLine screen={screen} live={live.kind !== 'unavailable'} openPages={actions.openPages} />
        {(screen.kind === 'elsewhere' || screen.kind === 'unreadable') && (
          <TeachChoice
            open={screen.kind === 'unreadable' && screen.mend !== 'own-word'}
            teach={actions.teach}
          />
        )}
        {view.steps && <ScreenSteps steps={view.steps} whole={view.clear} />}
        {view.import && <ImportSection view={view.import} actions={actions} />}
        {view.year && <YearSection year={view.year} actions={actions} />}
        {!person?.unread && <LiveControl live={live} actions={actions} />}
        {view.tour}
        {view.off && <OffLine off={view.off} />}
        {view.kept}
        {findings.length > 0 && <p class="tally">{tally(findings)}</p>}
        <ul class="findings">
          {findings.map((finding, index) => (
            <FindingCard
              key={finding.rule}
              first={index === 0}
              finding={finding}
              names={!view.things?.has(finding.rule)}
              visible={view.visible}
              pending={view.pending}
              apart={view.apart}
              actions={actions}
            />
          ))}
        </ul>
        {view.support && <SupportSection support={view.support} copy={actions.copy} />}
        {findings.length === 0 && !view.import?.awaited && (screen.kind === 'read' || lastDone(live)) && (
          <Silence clear={view.clear} idle={view.idle === true} read={read} />
        )}
        {view.broken.length > 0 && (
          <p class="alert" role="alert">
            Contrôle en panne, rien n’en est conclu : {view.broken.join(', ')}.
          </p>
        )}
        {read.length > 0 && (
          <details class="read">
            <summary>
              Ce qui a été lu{'\u00a0'}: {read[0]}
            </summary>
            <ul>
              {read.slice(1).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <footer>
        <button type="button" class="quiet" onClick={actions.openWorkshop}>
          Ouvrir l’atelier
        </button>
        <button type="button" class="quiet" onClick={actions.openDossier}>
          Dossier de support
        </button>
        <button
          type="button"
          class="quiet"
          aria-pressed={view.demonstration ?? false}
          onClick={() => actions.demonstrate(!view.demonstration)}
        >
          Mode démonstration
        </button>
        <button type="button" class="quiet" onClick={actions.hide}>
          Masquer jusqu’au rechargement
        </button>
      </footer>
    </section>
  );
}

/** Said only as far as it is so: the page may show what nobody has read. */
const MASKED_WORDS: Record<Masked, string> = {
  names: 'Mode démonstration : les noms des personnes sont masqués, ici et sur la page.',
  loading: 'Mode démonstration : la page entière est masquée, le temps de la lire.',
  page: 'Mode démonstration : cet écran n’est pas lu, la page entière est masquée.',
  dialog:
    'Mode démonstration : dans la fenêtre ouverte par l’ENT, tout mot qui peut être un nom de personne est masqué.',
  shown:
    'Mode démonstration : les noms sont masqués ici. Vous avez choisi de montrer ce qui n’est pas lu sur la page : des noms peuvent s’y voir.',
};

/** Nothing found: said as good news only when everything was read. */
function Silence({ clear, idle, read }: { clear: boolean; idle: boolean; read: readonly string[] }) {
  if (idle) return <p class="muted">Rien à contrôler ici pour l’instant.</p>;
  return clear ? (
    <p class="nothing">
      <ImpactIcon grade="pass" /> {GRADE_WORDS.pass} dans ce qui a été lu
      {read.length === 1 && ` (${read[0]})`}.
    </p>
  ) : (
    <p class="muted">
      Lecture partielle{read.length > 0 && ` (${read.join(' ; ')})`}
      {'\u00a0'}: rien n’y est relevé, et rien n’est conclu du reste.
    </p>
  );
}
