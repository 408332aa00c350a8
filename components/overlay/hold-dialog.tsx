import { useLayoutEffect, useRef } from 'preact/hooks';
import { ImpactIcon } from '@/components/impact-icon';
import { VerdictIcon } from '@/components/verdict-icon';

/** An irreversible click that was held back, and why. */
export interface Hold {
  /** What the click would have done, in French: « Supprimer le groupe ». */
  action: string;
  subject: string;
  title: string;
  why: string;
  says: string;
  source: string;
  /** What was held, when it was no click: « geste ». */
  what?: string;
  /** True when only the person's own decision stands against it: nothing is wrong, they are reminded of it. */
  own?: true;
  /** What else stands against it. */
  also: readonly { title: string; says: string }[];
}

interface HoldDialogProps {
  hold: Hold;
  onCancel(): void;
  onUnderstood(): void;
}

/** Asks before an irreversible click goes through. It never clicks itself: the person starts again, knowingly. */
export function HoldDialog({ hold, onCancel, onUnderstood }: HoldDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  // Before the browser paints: Escape pressed at once is for the dialog, not for the panel behind it.
  useLayoutEffect(() => {
    const modal = dialog.current;
    modal?.showModal();
    cancel.current?.focus();
    // One that is only removed would leave the page inert for some screen readers.
    return () => modal?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={hold.own ? 'hold kept' : 'hold'}
      role="alertdialog"
      aria-labelledby="hold-title"
      aria-describedby="hold-why"
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id="hold-title">
        {hold.own ? <VerdictIcon verdict="kept" size={22} /> : <ImpactIcon grade="critical" size={22} />}{' '}
        {hold.action} : {hold.what ?? 'clic'} retenu
      </h2>
      <div id="hold-why">
        <p class="subject">{hold.subject}</p>
        <p>
          <strong>{hold.title}</strong>
        </p>
        <p>{hold.says}</p>
        <p>{hold.why}</p>
        <p class="source">Source : {hold.source}</p>
        {hold.also.map(({ title, says }) => (
          <p key={title}>
            <strong>{title}</strong>
            {'\u00a0: '}
            {says}
          </p>
        ))}
      </div>
      <p class="muted">
        La console n’a rien reçu. Pour passer outre, confirmez ici puis recommencez vous-même.
      </p>
      <div class="choices">
        <button type="button" ref={cancel} class="primary" onClick={onCancel}>
          Annuler
        </button>
        <button type="button" onClick={onUnderstood}>
          J’ai compris, je recommence
        </button>
      </div>
    </dialog>
  );
}
