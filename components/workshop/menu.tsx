import { useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/icons';
import { SECTIONS, type Section } from './view';

/**
 * The sections of the workshop. Where they would take several lines, they are folded under one button that names the
 * current one: style sheets decide, so that a window made wider shows them again.
 */
export function Menu({ current }: { current: Section }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const title = SECTIONS.find(({ id }) => id === current)?.title;
  return (
    <nav
      aria-label="Atelier"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
      // Tabbing out of it closes it: it would cover what has the focus.
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (next instanceof Node && !event.currentTarget.contains(next)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="menu"
        aria-expanded={open}
        aria-controls="sections"
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        <span class="visually-hidden">Menu de l’atelier : </span>
        {title}
      </button>
      <ul id="sections" class={open ? 'open' : undefined}>
        {SECTIONS.map(({ id, title: name }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? 'page' : undefined}
              onClick={() => setOpen(false)}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
