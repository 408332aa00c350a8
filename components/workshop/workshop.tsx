import type { ComponentChildren } from 'preact';
import { ProblemNotice } from '@/components/workshop/problem-notice';
import { ControlSection } from './control-section';
import { ExpectedSection } from './expected-section';
import { Menu } from './menu';
import { RemovalSection } from './removal-section';
import { SettingsSection } from './settings-section';
import { SECTIONS, type WorkshopActs, type WorkshopView } from './view';

/**
 * The whole workshop. `said` is what just happened, for those who don't see the screen change; `children` are drawn when
 * the section open keeps its own state.
 */
export function Workshop(props: {
  view: WorkshopView;
  acts: WorkshopActs;
  said: string;
  /** True while names are masked, for those who share their screen. */
  demonstration?: boolean;
  children?: ComponentChildren;
}) {
  const { view, acts, said, demonstration = false, children } = props;
  const title = SECTIONS.find(({ id }) => id === view.section)?.title;
  return (
    <div class={`vigie workshop${demonstration ? ' demonstration' : ''}`}>
      <a class="skip button" href="#contenu">
        Aller au contenu
      </a>
      <header>
        <p class="brand">
          Vigie ENT <span>Atelier</span>
        </p>
        {demonstration && (
          <p class="demonstrating">
            Mode démonstration : les noms sont masqués.
            <button type="button" class="quiet" onClick={() => acts.demonstrate(false)}>
              Quitter
            </button>
          </p>
        )}
        <Menu current={view.section} />
      </header>
      <main id="contenu" tabIndex={-1}>
        <h1>{title}</h1>
        {view.problem && <ProblemNotice problem={view.problem} />}
        <CurrentSection view={view} acts={acts} demonstration={demonstration}>
          {children}
        </CurrentSection>
      </main>
      <p class="said" role="status">
        {said}
      </p>
    </div>
  );
}

function CurrentSection(props: {
  view: WorkshopView;
  acts: WorkshopActs;
  demonstration: boolean;
  children: ComponentChildren;
}): ComponentChildren {
  const { view, acts, demonstration, children } = props;
  switch (view.section) {
    case 'controle':
      return <ControlSection control={view.control} acts={acts} />;
    case 'suppression':
      return <RemovalSection removal={view.removal} acts={acts} />;
    case 'attendu':
      return <ExpectedSection expected={view.expected} acts={acts} />;
    case 'reglages':
      return (
        <>
          {children}
          <SettingsSection
            settings={view.settings}
            keep={view.control.keep}
            demonstration={demonstration}
            acts={acts}
          />
        </>
      );
    default:
      return children;
  }
}
