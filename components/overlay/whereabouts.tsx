import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place, WhereView } from './view';

/** How long a change of school stays announced, and how often an age is told anew, in ms. */
const SAID_MS = 6000;
const AGE_MS = 30_000;
/** After this, that the school is another one is said without its name, in ms: whichever it bears, that is true. */
const NAMELESS_MS = 10_000;
/** True of a slow ENT, that shows the former name for a moment, and of a namesake, that shows it for good. */
const NAMELESS =
  'l’écran affiche le même nom que l’établissement précédent : « Contrôler tout l’établissement » l’identifie';
/** The badge, and a little air, in px. */
const BADGE = 48;

/** Beside the badge, for who goes from school to school: which one this is. It never takes a click from the page. */
export function WhereChip({ where, place }: { where: WhereView; place: Place }) {
  const { name, uai, ent, stale } = where;
  const at = `right:${place.right}px;bottom:${place.bottom + BADGE}px`;
  return (
    <p class={`where ${stale ? 'stale' : ''}`} style={at}>
      <strong>{name}</strong>
      <span>{[uai, ent].filter(Boolean).join(' · ')}</span>
      <WhereWords where={where} />
    </p>
  );
}

/** What is known of the school beside its name: who the person is there, in which phase, and how old that is. */
export function WhereWords({ where }: { where: WhereView }) {
  const { role, phase, readAt, unread, reading, stale, nameless } = where;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), AGE_MS);
    return () => clearInterval(timer);
  }, [readAt?.getTime()]);
  const age = reading === undefined ? ageWords(readAt, now, unread) : `lecture en cours\u00A0: ${reading}`;
  const moved = nameless ? NAMELESS : 'l’écran a changé d’établissement';
  const words = [role, phase, stale ? moved : age];
  return <span>{words.filter(Boolean).join(' · ')}</span>;
}

/** Says it when the screen has gone to another school, to those who see and to those who listen. */
export function WhereSaid({ where }: { where: WhereView | undefined }) {
  /** Where the person was last known to be, and whether that was said. */
  const last = useRef<(WhereView & { announced?: true }) | undefined>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const former = last.current;
    last.current ??= where;
    if (!where || !former) return undefined;
    // What was said of this very school is said anew under its right name; a name that nobody was told is no news.
    if (former.id === where.id && (!former.announced || former.name === where.name)) return undefined;
    const say = () => {
      last.current = { ...where, announced: true };
      setSaid(hereWords(where));
    };
    const timer = setTimeout(say, where.nameless ? NAMELESS_MS : 0);
    return () => clearTimeout(timer);
  }, [where?.id, where?.name]);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p class={`status where-said ${said ? 'said' : ''}`} role="status">
      {said}
    </p>
  );
}

function hereWords({ name, uai, nameless }: WhereView): string {
  const code = uai ? ` (${uai})` : '';
  if (nameless) return `Vous êtes maintenant dans un autre établissement${code}, affiché sous le même nom.`;
  return `Vous êtes maintenant à ${name}${code}.`;
}

function ageWords(readAt: Date | undefined, now: number, unread = false): string {
  if (!readAt) return unread ? 'pas encore contrôlé' : '';
  const minutes = Math.floor((now - readAt.getTime()) / 60_000);
  if (minutes < 1) return 'lu à l’instant';
  if (minutes < 60) return `lu il y a ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `lu il y a ${hours} h`;
  const days = Math.floor(hours / 24);
  return days === 1 ? 'lu hier' : `lu il y a ${days} jours`;
}
