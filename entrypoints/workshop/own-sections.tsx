import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { OwnSection, Section } from '@/components/workshop/view';
import { beginAhead } from './schools/beginning';
import { sectionInAddress } from './section-address';

/** What the shell of the workshop gives to a section that keeps its own state. */
export interface SectionProps {
  /** Tells what just happened, also to those who don't see the screen change. */
  say(words: string): void;
}

/** How to load each section, from a chunk of its own: what one never opens costs nothing. One that is forgotten does not compile. */
const LOADERS: { readonly [S in OwnSection | 'reglages']: () => Promise<ComponentType<SectionProps>> } = {
  ecoles: async () => {
    beginAhead();
    return (await import('./schools/section')).default;
  },
  pages: async () => (await import('./pages/section')).Pages,
  'emploi-du-temps': async () => (await import('./timetable/section')).Timetable,
  // Under it stands what the session of the files keeps.
  reglages: async () => (await import('./settings/section')).SettingsOfOwn,
  dossier: async () => (await import('./dossier/section')).DossierPlace,
  etat: async () => (await import('./detectors/section')).DetectorsPlace,
  calendrier: async () => (await import('./calendar/section')).CalendarSection,
};

const loads = new Map<keyof typeof LOADERS, Promise<ComponentType<SectionProps>>>();

/** Loads the code of a section, once; nothing for one that the shell draws itself. */
function load(section: string): Promise<ComponentType<SectionProps>> | undefined {
  if (!Object.hasOwn(LOADERS, section)) return undefined;
  const id = section as keyof typeof LOADERS;
  let loading = loads.get(id);
  if (!loading) {
    loading = LOADERS[id]();
    loads.set(id, loading);
    // Asked for again, it is fetched again.
    loading.catch(() => loads.delete(id));
  }
  return loading;
}

/** Fetches the code of the section that an address names while the shell is being drawn. */
export function loadAhead(hash: string): void {
  load(sectionInAddress(hash));
}

/** A section with its own state, once it is loaded. */
export function OwnSectionPlace({ section, say }: { section: Section } & SectionProps) {
  const [loaded, setLoaded] = useState<{ section: Section; Component: ComponentType<SectionProps> }>();
  const [failed, setFailed] = useState<Section>();
  // Not after the paint of an empty page: its code is what everybody waits for.
  useLayoutEffect(() => {
    let current = true;
    load(section)?.then(
      (Component) => current && setLoaded({ section, Component }),
      () => current && setFailed(section),
    );
    return () => {
      current = false;
    };
  }, [section]);
  if (failed === section)
    return (
      <p class="notice critical" role="alert">
        Cette partie de l’atelier n’a pas pu s’ouvrir : l’extension vient sans doute d’être mise à jour.
        Rechargez la page.
      </p>
    );
  if (loaded?.section !== section) return <p class="lead">Ouverture…</p>;
  return <loaded.Component say={say} />;
}
