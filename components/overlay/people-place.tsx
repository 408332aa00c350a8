import { useEffect, useRef } from 'preact/hooks';
import type { OverlayActions, PeopleView } from './view';

interface PeoplePlaceProps {
  people: PeopleView;
  draw: OverlayActions['drawPeople'];
}

/** Where the table of people draws itself: it is a script of its own, that comes once there are people to show. */
export function PeoplePlace({ people, draw }: PeoplePlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current) draw(place.current, people);
  });
  useEffect(() => {
    const drawn = place.current;
    return () => drawn && draw(drawn, undefined);
  }, []);
  return <div ref={place} />;
}
