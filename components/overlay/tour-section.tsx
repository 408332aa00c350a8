import { useLayoutEffect, useRef } from 'preact/hooks';
import { GRADE_WORDS, type Grade, ImpactIcon } from '@/components/impact-icon';
import { type Risk, worstOf } from '@/utils/core/fiche';
import type { Stop } from '@/utils/core/tour';
import { TourChoice } from './tour-choice';
import type { TourActs, TourStep } from './tour-view';

/** « Contrôler mes écoles »: the choice of the schools, their reading one after the other, what came of it. */
export function TourSection({ step, acts }: { step: TourStep; acts: TourActs }) {
  const title = useRef<HTMLHeadingElement>(null);
  const at = step.kind === 'touring' ? step.tour.phase : step.kind;
  const former = useRef<typeof at>(undefined);
  useLayoutEffect(() => {
    // Each follows a click on a button that is gone by now; what comes by itself takes the keyboard from nobody.
    if (at === 'listing' || former.current === 'choosing' || former.current === 'over') {
      title.current?.focus();
      title.current?.scrollIntoView({ block: 'start' });
    }
    former.current = at;
  }, [at]);
  return (
    <section class="tour" aria-labelledby="vigie-tour">
      <div class="tour-title">
        <h3 ref={title} id="vigie-tour" tabIndex={-1}>
          Contrôler mes écoles
        </h3>
        {!(step.kind === 'touring' && step.tour.phase === 'running') && (
          <button type="button" class="quiet" onClick={acts.close}>
            Fermer
          </button>
        )}
      </div>
      <Body step={step} acts={acts} />
    </section>
  );
}

function Body({ step, acts }: { step: TourStep; acts: TourActs }) {
  switch (step.kind) {
    case 'listing':
      return <p role="status">Lecture de la liste de vos établissements…</p>;
    case 'refused':
      return (
        <>
          <p class="alert" role="alert">
            {step.why}
          </p>
          <button type="button" onClick={acts.list}>
            Relire la liste
          </button>
        </>
      );
    case 'choosing':
      return <TourChoice step={step} acts={acts} />;
    case 'touring':
      return <Touring step={step} acts={acts} />;
  }
}

function Touring({ step: { tour }, acts }: { step: Extract<TourStep, { kind: 'touring' }>; acts: TourActs }) {
  const { phase, stops, why } = tour;
  const done = stops.filter(({ state }) => state === 'done' || state === 'failed').length;
  const failed = stops.filter(({ state }) => state === 'failed').length;
  const noneRead = failed > 0 && failed === stops.length;
  const reading = stops.find(({ state }) => state === 'reading');
  const end = phase === 'over' ? summary(stops.length - failed, failed) : undefined;
  const main = MAIN[phase === 'over' && noneRead ? 'retry' : phase];
  return (
    <>
      {/* Said once per school and at the end, always by the same element: the steps of each school would be a torrent. */}
      <p class="visually-hidden" role="status">
        {end ?? (reading ? `${reading.school.name}, ${done + 1} sur ${stops.length}` : '')}
      </p>
      {end ? (
        <p class={noneRead ? 'alert' : 'done'} aria-hidden="true">
          {end}
        </p>
      ) : (
        <label>
          <span>{progressWords(done, stops.length, reading)}</span>
          <progress value={done} max={stops.length} />
        </label>
      )}
      {phase === 'paused' && (
        <p class="alert" role="alert">
          {why ?? 'Tournée interrompue.'} {left(stops.length - done)}
        </p>
      )}
      <div class="line">
        {/* The same element from state to state, so that the keyboard is not lost when the tour ends or is paused. */}
        <button type="button" class={phase === 'running' ? '' : 'primary'} onClick={acts[main.does]}>
          {main.words}
        </button>
        {end && failed > 0 && !noneRead && (
          <button type="button" onClick={acts.retry}>
            {failed === 1 ? 'Réessayer celui qui a échoué' : 'Réessayer ceux qui ont échoué'}
          </button>
        )}
        {main.does !== 'openBoard' && done > 0 && (
          <button type="button" onClick={acts.openBoard}>
            Ouvrir le tableau
          </button>
        )}
      </div>
      <ul class="stops">
        {stops.map((stop) => (
          <StopLine key={stop.school.id} stop={stop} />
        ))}
      </ul>
    </>
  );
}

/** What there is to do first at each state. */
const MAIN = {
  running: { words: 'Interrompre', does: 'pause' },
  paused: { words: 'Reprendre', does: 'run' },
  over: { words: 'Ouvrir le tableau', does: 'openBoard' },
  retry: { words: 'Réessayer', does: 'retry' },
} as const;

function StopLine({ stop }: { stop: Stop }) {
  const { school } = stop;
  return (
    <li class={stop.state}>
      <span>
        {school.name} {school.uai && <small>{school.uai}</small>}
      </span>
      <StopWords stop={stop} />
    </li>
  );
}

function StopWords({ stop }: { stop: Stop }) {
  switch (stop.state) {
    case 'waiting':
      return <span class="muted">en attente</span>;
    case 'reading':
      return (
        <span>
          {stop.progress
            ? `${stop.progress.doing}, étape ${stop.progress.done} sur ${stop.progress.total}`
            : 'lecture…'}
        </span>
      );
    case 'failed':
      return <span class="why">Non lu : {stop.why}</span>;
    case 'done': {
      const grade = worstOf(stop.risk, stop.proved);
      return (
        <span class={`graded ${grade}`}>
          <ImpactIcon grade={grade} size={16} /> {riskWords(stop.risk) || GRADE_WORDS[grade]}
          {stop.gaps.length > 0 && <small title={stop.gaps.join('\n')}>lecture partielle</small>}
        </span>
      );
    }
  }
}

const WORDS: readonly (readonly [keyof Risk, Grade, string])[] = [
  ['critical', 'critical', 'critique'],
  ['serious', 'serious', 'important'],
  ['minor', 'minor', 'mineur'],
];

/** « 2 critiques, 5 mineurs, 3 à vérifier »; nothing when nothing was found. */
function riskWords(risk: Risk): string {
  const said = WORDS.flatMap(([kind, , word]) =>
    risk[kind] > 0 ? [`${risk[kind]} ${word}${risk[kind] > 1 ? 's' : ''}`] : [],
  );
  if (risk.reviews > 0) said.push(`${risk.reviews} à vérifier`);
  return said.join(', ');
}

function progressWords(done: number, total: number, reading: Stop | undefined): string {
  const where = `${done} sur ${total}`;
  return reading ? `${where}\u00A0: ${reading.school.name}` : where;
}

function left(count: number): string {
  return count === 1 ? 'Il reste 1 établissement.' : `Il reste ${count} établissements.`;
}

function summary(read: number, failed: number): string {
  if (read === 0 && failed > 0) return 'Aucun établissement n’a pu être lu.';
  const done =
    read === 1
      ? '1 établissement contrôlé, sa fiche est au tableau.'
      : `${read} établissements contrôlés, leurs fiches sont au tableau.`;
  if (failed === 0) return done;
  return `${done} ${failed === 1 ? '1 n’a pas pu être lu.' : `${failed} n’ont pas pu être lus.`}`;
}
