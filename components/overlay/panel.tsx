import type { Ref } from 'preact';
import { GRADE_WORDS, ImpactIcon } from '@/components/impact-icon';
import { FindingCard } from './finding-card';
import { LiveControl } from './live-control';
import { PeopleSection } from './people-section';
import { PersonCard } from './person-card';
import type { OverlayActions, OverlayView, ScreenState } from './view';

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <section class="panel" style={style} aria-label="Vigie ENT" onKeyDown={onKeyDown}>
      <header>
        <div>
          <h2 ref={headingRef} tabIndex={-1}>
            {school?.name ?? 'Vigie ENT'}
          </h2>
          <p class="muted">
            {school?.uai ? `UAI ${school.uai}` : 'UAI non affichée par cet écran'} · {view.ent}
          </p>
        </div>
        <button type="button" class="close" onClick={onClose} aria-label="Fermer le panneau">
          ×
        </button>
      </header>
      <div class="body">
        {notice && (
          <p class="alert" role="alert">
            {notice}
          </p>
        )}
        {person && <PersonCard card={person} fresh={view.fresh} actions={actions} />}
        <ScreenLine screen={screen} />
        {read.length > 0 && (
          <ul class="read">
            {read.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {!person?.unread && <LiveControl live={live} actions={actions} />}
        {people && <PeopleSection people={people} actions={actions} />}
        <ul class="findings">
          {findings.map((finding, index) => (
            <FindingCard
              key={finding.rule}
              first={index === 0}
              finding={finding}
              visible={view.visible}
              actions={actions}
            />
          ))}
        </ul>
        {findings.length === 0 && (screen.kind === 'read' || live.kind === 'done') && (
          <p class="nothing">
            <ImpactIcon grade="pass" /> {GRADE_WORDS.pass} dans ce qui a été lu.
          </p>
        )}
      </div>
      <footer>
        <button type="button" class="quiet" onClick={actions.openWorkshop}>
          Ouvrir l’atelier
        </button>
        <button type="button" class="quiet" onClick={actions.hide}>
          Masquer sur cette page
        </button>
      </footer>
    </section>
  );
}

function ScreenLine({ screen }: { screen: ScreenState }) {
  switch (screen.kind) {
    case 'loading':
      return <p class="muted">La page se charge…</p>;
    case 'elsewhere':
      return <p class="muted">Cet écran ne contient rien à contrôler.</p>;
    case 'read':
      return <p class="muted">Écran lu : {screen.title}</p>;
    case 'unreadable':
      return (
        <div class="alert" role="alert">
          <p>
            <strong>Page non reconnue : contrôle inactif.</strong>
          </p>
          {screen.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
          <p>Rien n’est conclu de cet écran. Signalez-le à votre référent : l’ENT a sans doute changé.</p>
        </div>
      );
  }
}
