import { useEffect, useRef } from 'preact/hooks';
import type { OverlayActions } from './view';

/** Where the dossier for support draws itself: it is a script of its own, that comes when it is asked for. */
export function DossierPlace({ draw }: { draw: OverlayActions['drawDossier'] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = place.current;
    // Once: the page may change under a dossier that is being read, and the dossier must not.
    if (drawn) draw(drawn, true);
    return () => drawn && draw(drawn, false);
  }, []);
  return <div ref={place} />;
}
