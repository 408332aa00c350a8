import type { FragmentView } from './results-view';

/**
 * Old and new value, one above the other, what differs struck or underlined: never by colour alone. Characters that
 * cannot be seen are written out by name.
 */
export function Difference({ label, fragments }: { label: string; fragments: readonly FragmentView[] }) {
  return (
    <dl class="difference">
      <dt>{label}</dt>
      <dd>
        <span class="when">avant</span> <Value fragments={fragments} without="added" />
      </dd>
      <dd>
        <span class="when">maintenant</span> <Value fragments={fragments} without="removed" />
      </dd>
    </dl>
  );
}

function Value({ fragments, without }: { fragments: readonly FragmentView[]; without: 'added' | 'removed' }) {
  const shown = fragments.filter(({ kind }) => kind !== without);
  if (shown.length === 0) return <em class="empty">vide</em>;
  return (
    <span class="value">
      {shown.map(({ kind, text, spoken }, index) => {
        const content = spoken ? <span class="spoken">[{spoken}]</span> : text;
        if (kind === 'removed') return <del key={index}>{content}</del>;
        if (kind === 'added') return <ins key={index}>{content}</ins>;
        return <span key={index}>{content}</span>;
      })}
    </span>
  );
}
