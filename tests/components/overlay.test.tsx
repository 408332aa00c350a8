// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Overlay, type OverlayProps } from '@/components/overlay/overlay';
import { Updated } from '@/components/overlay/updated';
import type { OverlayView } from '@/components/overlay/view';
import { axeFaults } from '@/tests/helpers/axe';
import { onPage } from '@/tests/helpers/test-rule';
import { anchorKey } from '@/utils/core/facts';
import type { Finding } from '@/utils/core/finding';

const at = onPage('APE 2022-2023', 'edifice/manual-groups');
const places = [
  { at, subject: 'APE 2022-2023', says: 'Année passée.', review: false },
  ...Array.from({ length: 9 }, (_, index) => ({
    at: { ...onPage(`Groupe ${index}`, 'edifice/manual-groups'), link: `/admin/s1/groups/${index}` },
    subject: `Groupe ${index}`,
    says: 'À voir.',
    review: true,
  })),
];
const finding: Finding = {
  rule: 'past-year-group',
  impact: 'serious',
  review: false,
  title: 'Groupe manuel d’une année passée',
  why: 'Pourquoi.',
  remedy: 'Comment.',
  source: 'Guide, p. 17',
  places,
};
const view: OverlayView = {
  ent: 'Edifice',
  school: { id: 's1', name: 'Ecole Les Papillons', uai: '0590001T' },
  screen: { kind: 'read', title: 'Groupes manuels' },
  read: ['18 groupes manuels lus sur 18'],
  findings: [finding],
  clear: false,
  broken: [],
  visible: new Set([anchorKey(at)]),
  live: { kind: 'idle' },
  fresh: true,
};

const SUPPORT = { subject: 'Import EDT – Collège fictif', body: 'Bonjour,\n\n237 erreurs.' };

let root: HTMLElement | undefined;

function show(changes: Partial<OverlayProps> = {}) {
  const actions = {
    show: vi.fn(),
    open: vi.fn(),
    startLive: vi.fn(),
    readOn: vi.fn(),
    cancelLive: vi.fn(),
    openWorkshop: vi.fn(),
    openPages: vi.fn(),
    next: vi.fn(),
    widen: vi.fn(),
    pass: vi.fn(),
    restart: vi.fn(),
    say: vi.fn(),
    drawPeople: vi.fn(),
    giveReference: vi.fn(),
    sayOfYear: vi.fn(),
    copy: vi.fn(async () => true),
    teach: vi.fn(),
    settle: vi.fn(),
    hideBanner: vi.fn(),
    openDossier: vi.fn(),
    drawDossier: vi.fn(),
    demonstrate: vi.fn(),
    hide: vi.fn(),
  };
  const props: OverlayProps = {
    view,
    marks: [],
    actions,
    status: '',
    open: true,
    place: { right: 16, bottom: 16 },
    window: { width: 1280, height: 800 },
    onToggle: vi.fn(),
    onMove: vi.fn(),
    onMoved: vi.fn(),
    ...changes,
  };
  root ??= document.body.appendChild(document.createElement('main'));
  const mounted = root;
  act(() => render(<Overlay {...props} />, mounted));
  return { ...props, root: mounted, actions };
}

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  root = undefined;
});

const button = (name: RegExp) =>
  [...document.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
  );

const READ = { kind: 'done', at: new Date(new Date().setHours(14, 2)), gaps: [], treated: 2 } as const;

describe('accessibilité de chaque état', () => {
  const states: [string, Partial<OverlayProps>][] = [
    ['ouvert, avec des constats', {}],
    ['fermé', { open: false }],
    [
      'en lecture complète',
      { view: { ...view, live: { kind: 'running', done: 3, total: 20, doing: 'Membres' } } },
    ],
    [
      'lecture finie, en partie refusée',
      {
        view: {
          ...view,
          live: { kind: 'done', at: new Date(2026, 7, 27, 14, 2), gaps: ['Refus.', 'Refus.'] },
        },
      },
    ],
    [
      'nouvelle lecture en échec, après une autre',
      {
        view: {
          ...view,
          live: { kind: 'failed', message: 'Votre session a expiré.', before: READ },
        },
      },
    ],
    ['lecture en échec', { view: { ...view, live: { kind: 'failed', message: 'Votre session a expiré.' } } }],
    [
      'page non reconnue',
      { view: { ...view, findings: [], screen: { kind: 'unreadable', problems: ['La liste.'] } } },
    ],
    ['rien à signaler', { view: { ...view, findings: [], clear: true } }],
    [
      'texte pour l’assistance, et cours à quitter',
      { view: { ...view, support: SUPPORT, pending: new Set([anchorKey(at)]) } },
    ],
    ['lecture partielle', { view: { ...view, findings: [], broken: ['Groupe vide'] } }],
    [
      'fichiers à importer, comparés',
      {
        view: {
          ...view,
          import: {
            lines: ['a.csv : comparé à l’export b.csv.'],
            problems: ['b.csv, ligne 3 : une cellule de moins.'],
            reference: 'le fichier de « Suivi synchro » tel quel',
          },
        },
      },
    ],
    [
      'fichier à importer, trop grand',
      {
        view: { ...view, import: { lines: ['a.csv n’a pas été contrôlé.'], problems: [], toWorkshop: true } },
      },
    ],
    [
      'clic retenu',
      {
        hold: {
          action: 'Supprimer le groupe',
          subject: 'Resp Affect Gar',
          title: 'À ne jamais supprimer',
          why: 'w',
          says: 's',
          source: 'g',
          also: [{ title: 'Compte en doublon', says: 'À traiter avant.' }],
          onCancel: vi.fn(),
          onUnderstood: vi.fn(),
        },
      },
    ],
  ];
  test.each(states)('%s', async (_name, changes) => {
    expect(await axeFaults(show(changes).root)).toEqual([]);
  });

  test('extension mise à jour', async () => {
    const { root } = show();
    act(() => render(<Updated onReload={vi.fn()} onClose={vi.fn()} />, root));
    expect(root.textContent).toContain('rechargez la page');
    expect(await axeFaults(root)).toEqual([]);
  });
});

test('« Voir » n’est offert que pour ce qui est à l’écran, « Ouvrir » que pour ce qui a une adresse', () => {
  const { actions } = show();
  expect(button(/^Voir APE/)).toBeDefined();
  expect(button(/^Voir Groupe 0/)).toBeUndefined();
  expect(button(/^Ouvrir APE/)).toBeUndefined();
  act(() => button(/^Voir APE/)?.click());
  expect(actions.show).toHaveBeenCalledWith(at);
  act(() => button(/^Ouvrir Groupe 0/)?.click());
  expect(actions.open).toHaveBeenCalledWith('/admin/s1/groups/0');
});

test('les cas au-delà des premiers attendent derrière un bouton', () => {
  const { root } = show();
  expect(root.querySelectorAll('.places > li')).toHaveLength(6);
  act(() => button(/Afficher les 4 autres/)?.click());
  expect(root.querySelectorAll('.places > li')).toHaveLength(10);
});

test('un cas incertain dans un constat certain est dit « À vérifier »', () => {
  const { root } = show();
  const rows = [...root.querySelectorAll('.places > li')];
  expect(rows[0]?.textContent).not.toContain('À vérifier');
  expect(rows[1]?.textContent).toContain('À vérifier');
});

test('un nom de groupe hostile reste du texte', () => {
  const hostile = {
    ...finding,
    places: [{ ...places[0], at, says: '', review: false, subject: '<img src=x onerror=1>' }],
  };
  const { root } = show({ view: { ...view, findings: [hostile] } });
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toContain('<img src=x onerror=1>');
});

test('une page non reconnue ne dit jamais « rien à signaler »', () => {
  const { root } = show({
    view: { ...view, findings: [], screen: { kind: 'unreadable', problems: ['La liste.'] } },
  });
  expect(root.textContent).toContain('contrôle inactif');
  expect(root.textContent).not.toMatch(/rien à signaler/i);
});

test('Échap ferme le panneau', () => {
  const { root, onToggle } = show();
  act(() => {
    root
      .querySelector('.panel')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(onToggle).toHaveBeenCalledWith(false);
});

test('les membres concernés d’un groupe sont nommés, les huit premiers d’abord', () => {
  const [finding] = view.findings;
  const [place] = finding?.places ?? [];
  if (!finding || !place) throw new Error('La vue d’essai n’a plus de constat.');
  const names = Array.from({ length: 10 }, (_, index) => `NOM${index} Alix`);
  const { root } = show({
    view: { ...view, findings: [{ ...finding, places: [{ ...place, names }] }] },
  });
  expect(root.textContent).toContain('NOM7 Alix');
  expect(root.textContent).not.toContain('NOM8 Alix');
  const more = [...root.querySelectorAll('button')].find((button) =>
    /2 autres/.test(button.textContent ?? ''),
  );
  act(() => more?.click());
  expect(root.textContent).toContain('NOM9 Alix');
});

test('le badge se déplace aux flèches', () => {
  const { root, onMove } = show({ open: false });
  act(() => {
    root
      .querySelector('.badge')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
  });
  expect(onMove).toHaveBeenCalledWith({ right: 16, bottom: 32 });
});

test('sans lecture entière, le silence n’est jamais dit bon', () => {
  const { root } = show({ view: { ...view, findings: [], clear: false } });
  expect(root.textContent).toContain(
    'Lecture partielle (18 groupes manuels lus sur 18)\u00A0: rien n’y est relevé, et rien n’est conclu du reste.',
  );
  expect(root.textContent).not.toMatch(/rien à signaler/i);
});

test('un écran d’import sans fichier choisi n’est jamais dit bon', () => {
  const all: OverlayView = { ...view, clear: true, findings: [] };
  expect(show({ view: all }).root.textContent).toMatch(/Rien à signaler/);
  const awaited = { lines: ['Aucun fichier choisi.'], problems: [], awaited: true };
  expect(show({ view: { ...all, import: awaited } }).root.textContent).not.toMatch(/Rien à signaler/);
});

test('un nouveau contrôle qui échoue laisse le précédent, avec son heure', () => {
  const failed = { kind: 'failed', message: 'Votre session a expiré.', before: READ } as const;
  const { root } = show({ view: { ...view, live: failed } });
  const live = root.querySelector('.live');
  expect(live?.querySelector('[role=alert]')?.textContent).toBe('Votre session a expiré.');
  expect(live?.textContent).toMatch(/vient du contrôle précédent, à 14\sh\s02\./);
  expect(live?.textContent).toContain('2 comptes traités');
  expect(live?.querySelector('button')?.textContent).toBe('Contrôler à nouveau');
  const old = { ...failed, before: { ...READ, at: new Date(2026, 7, 27, 14, 2) } };
  expect(show({ view: { ...view, live: old } }).root.textContent).toMatch(/à 14\sh\s02 le 27\saoût\./);
  const partial = { ...failed, before: { ...READ, gaps: ['Refus.'] } };
  expect(show({ view: { ...view, live: partial } }).root.textContent).toContain('précédent, partiel, à');
});

test('qui n’a pas été demandé peut l’être : le clavier reste sur le bouton qui arrête', () => {
  const done = { kind: 'done', at: new Date(2026, 7, 27, 14, 2), gaps: ['Refus.'], left: 137 } as const;
  const { actions } = show({ view: { ...view, live: done } });
  const rest = button(/^Lire la suite\s: 137\spersonnes$/);
  act(() => {
    rest?.focus();
    rest?.click();
  });
  expect(actions.readOn).toHaveBeenCalledOnce();
  expect(document.activeElement?.textContent).toBe('Contrôler à nouveau');
  show({ view: { ...view, live: { kind: 'running', done: 1, total: 9, doing: 'Suite', before: done } } });
  expect(document.activeElement?.textContent).toBe('Annuler');
  expect(button(/^Lire la suite/)).toBeUndefined();
});

test('« Suivant à traiter » reste au-dessus de ce qui défile, où que l’on soit', () => {
  const person: OverlayView['person'] = { name: 'A B', reasons: [], notes: [], unread: false };
  const people: OverlayView['people'] = { rows: [], said: new Map(), done: 0, left: 1, passed: 0 };
  const { root, actions } = show({ view: { ...view, person, people } });
  const [header, walk, body] = root.querySelector('.panel')?.children ?? [];
  expect([header?.tagName, walk?.className, body?.className]).toEqual(['HEADER', 'walk', 'body']);
  expect(body?.firstElementChild?.className).toContain('person');
  act(() => button(/^Suivant à traiter/)?.click());
  expect(actions.next).toHaveBeenCalledOnce();
});

test('une autre personne s’ouvre : le panneau remonte à son verdict ; la même, il ne bouge pas', () => {
  const scrollTo = vi.spyOn(Element.prototype, 'scrollTo').mockImplementation(() => undefined);
  const person = { name: 'A B', own: '/u/1', reasons: [], notes: [], unread: false };
  show({ view: { ...view, person } });
  scrollTo.mockClear();
  show({ view: { ...view, person: { ...person, notes: ['Autre chose.'] } } });
  expect(scrollTo).not.toHaveBeenCalled();
  const { root } = show({ view: { ...view, person: { ...person, own: '/u/2' } } });
  expect(scrollTo.mock.contexts).toEqual([root.querySelector('.body')]);
  expect(scrollTo).toHaveBeenCalledWith({ top: 0 });
});

test('un menu, un formulaire vide : rien n’y est à contrôler, et rien n’y est dit bon ni incomplet', () => {
  const { root } = show({ view: { ...view, findings: [], clear: false, idle: true } });
  expect(root.textContent).toContain('Rien à contrôler ici');
  expect(root.textContent).not.toMatch(/rien à signaler|lecture partielle/i);
  expect(root.querySelector('.badge')?.getAttribute('aria-label') ?? '').not.toMatch(/partielle/);
});

test('un clic retenu dit toutes ses raisons', () => {
  const hold = {
    ...{ action: 'Détacher la personne', subject: 'A B', title: 'Rattaché ici', why: 'w', says: 's' },
    ...{ source: 'g', also: [{ title: 'Comptes en doublon', says: 'À traiter avant.' }] },
    ...{ onCancel: vi.fn(), onUnderstood: vi.fn() },
  };
  const { root } = show({ hold });
  const dialog = root.querySelector('[role=alertdialog] #hold-why')?.textContent;
  expect(dialog).toContain('Rattaché ici');
  expect(dialog).toMatch(/Comptes en doublon\s: À traiter avant\./);
});

test('un contrôle en panne est nommé', () => {
  const { root } = show({ view: { ...view, findings: [], broken: ['Groupe vide'] } });
  expect(root.textContent).toMatch(/Contrôle en panne.*Groupe vide/);
});

test('sa place n’est gardée qu’une fois, quand on le lâche', () => {
  const { root, onMove, onMoved, onToggle } = show({ open: false });
  const badge = root.querySelector<HTMLElement>('.badge');
  const point = (type: string, at: number) =>
    badge?.dispatchEvent(new PointerEvent(type, { clientX: at, clientY: at, button: 0, bubbles: true }));
  act(() => {
    point('pointerdown', 0);
    for (const at of [10, 20, 30]) point('pointermove', at);
  });
  expect(onMove).toHaveBeenCalledTimes(3);
  expect(onMoved).not.toHaveBeenCalled();
  act(() => badge?.click());
  expect(onMoved).toHaveBeenCalledOnce();
  expect(onToggle).not.toHaveBeenCalled();
});

test('le clic droit ne déplace pas le badge', () => {
  const { root, onMove } = show({ open: false });
  const badge = root.querySelector<HTMLElement>('.badge');
  act(() => {
    badge?.dispatchEvent(
      new PointerEvent('pointerdown', { button: 2, clientX: 0, clientY: 0, bubbles: true }),
    );
    badge?.dispatchEvent(new PointerEvent('pointermove', { clientX: 90, clientY: 90, bubbles: true }));
  });
  expect(onMove).not.toHaveBeenCalled();
});

describe('le texte pour l’assistance', () => {
  test('est montré entier, et copié avec son objet', async () => {
    const { root, actions } = show({ view: { ...view, support: SUPPORT } });
    const whole = 'Objet\u00A0: Import EDT – Collège fictif\n\nBonjour,\n\n237 erreurs.';
    expect(root.querySelector('textarea')?.value).toBe(whole);
    await act(async () => button(/^Copier/)?.click());
    expect(actions.copy).toHaveBeenCalledExactlyOnceWith(whole);
    expect(root.querySelector('.support [role=status]')?.textContent).toBe('Copié.');
  });

  test('reste sélectionné, et le dit, quand le navigateur refuse de copier', async () => {
    const actions = { ...show().actions, copy: vi.fn(async () => false) };
    const { root } = show({ actions, view: { ...view, support: SUPPORT } });
    const select = vi.spyOn(root.querySelector('textarea') as HTMLTextAreaElement, 'select');
    await act(async () => button(/^Copier/)?.click());
    expect(select).toHaveBeenCalledOnce();
    expect(root.querySelector('.support [role=status]')?.textContent).toMatch(/copiez-le au clavier/);
  });
});

test('ce qui attend une réponse se règle dans sa ligne, et nulle part ailleurs', () => {
  const { actions } = show({ view: { ...view, pending: new Set([anchorKey(at)]) } });
  const settling = [...document.querySelectorAll('button')].filter((one) =>
    one.textContent?.includes('Je suis désinscrit'),
  );
  expect(settling).toHaveLength(1);
  act(() => settling[0]?.click());
  expect(actions.settle).toHaveBeenCalledExactlyOnceWith(at);
});

describe('the calendar on a screen', () => {
  const steps = [
    { text: 'Purger les groupes', about: 'du 17/08 au 31/08', tone: 'late' as const },
    { text: 'Nommer les groupes', about: 'Coché le 27/08', tone: 'done' as const },
  ];

  test('the steps that it is about stand in a line, what presses said', async () => {
    show({ open: true, view: { ...view, steps } });
    const chip = root?.querySelector('.steps');
    expect(chip?.querySelector('summary')?.textContent).toBe('Calendrier\u00a0: 2 étapes ici 1 en retard');
    expect([...(chip?.querySelectorAll('li') ?? [])].map((one) => one.textContent)).toEqual([
      'Purger les groupes – du 17/08 au 31/08',
      'Nommer les groupes – Coché le 27/08',
    ]);
    if (root) expect(await axeFaults(root)).toEqual([]);
  });

  test('what an earlier reading proved is not said done by a reading that is not whole', () => {
    const proven = { ...steps[1], about: 'Constaté le 27/08 à 10 h 02', proven: true as const };
    const chipOf = (changes: Partial<OverlayView>, ...shown: NonNullable<OverlayView['steps']>) => {
      show({ open: true, view: { ...view, findings: [], ...changes, steps: shown } });
      return root?.querySelector('.steps .chip')?.textContent;
    };
    const [, ticked] = steps;
    if (!ticked) throw new Error('no step');
    const step = { ...ticked, ...proven };
    expect(chipOf({ clear: true }, step)).toBe('1 faite');
    expect(chipOf({ clear: false }, step)).toBe('1 faite d’après une lecture antérieure');
    expect(chipOf({ clear: false }, step, { ...step, text: 'Autre' })).toBe(
      '2 faites d’après des lectures antérieures',
    );
    // A person’s own word does not hang on what is read.
    expect(chipOf({ clear: false }, ticked)).toBe('1 faite');
  });

  test('a step of before is said past, as the popup says it', () => {
    show({ open: true, view: { ...view, steps: [{ text: 'Purger', about: 'x', tone: 'over' }] } });
    expect(root?.querySelector('.steps summary')?.textContent).toContain('1 dont la période est passée');
  });

  test('what is only to be known is counted apart, as in the calendar', () => {
    const known = {
      text: 'Ne pas supprimer',
      about: 'du 17/08',
      tone: 'later' as const,
      reminder: true as const,
    };
    show({ open: true, view: { ...view, steps: [...steps, known] } });
    expect(root?.querySelector('.steps summary')?.textContent).toContain('2 étapes et 1 rappel ici');
  });

  test('without any, nothing is said', () => {
    show({ open: true, view: { ...view, steps: [] } });
    expect(root?.querySelector('.steps')).toBeNull();
  });
});

test('rien à signaler dit dans quoi, quand une phrase suffit', () => {
  const { root } = show({ view: { ...view, findings: [], clear: true } });
  expect(root.querySelector('.nothing')?.textContent).toContain('(18 groupes manuels lus sur 18)');
});

test('le bouton compte ce que disent ses mots : tout ce qui est signalé', () => {
  const minor: OverlayView['findings'][number] = { ...finding, impact: 'minor' };
  const { root } = show({ open: false, view: { ...view, findings: [minor] } });
  const count = minor.places.length;
  expect(root.querySelector('.badge-count')?.textContent).toBe(String(count));
  expect(root.querySelector('.badge .visually-hidden')?.textContent).toContain(`${count} point`);
});

test('un mot ajouté qui rend l’écran illisible mène à l’endroit où le retirer, sans accuser l’ENT', () => {
  const blamed = { kind: 'unreadable', problems: ['Un mot ajouté ici.'], mend: 'own-word' } as const;
  const { root, actions } = show({ view: { ...view, findings: [], screen: blamed } });
  expect(root.textContent).not.toContain('l’ENT a sans doute changé');
  act(() => button(/^Ouvrir «\sPages et vocabulaire/)?.click());
  expect(actions.openPages).toHaveBeenCalledOnce();
});

test.each(['unreadable', 'elsewhere'] as const)('un écran %s peut être appris ou capturé', (kind) => {
  const screen = kind === 'unreadable' ? { kind, problems: ['x'] } : { kind };
  const { actions } = show({ view: { ...view, screen, findings: [] } });
  act(() => button(/^Apprendre cette page/)?.click());
  act(() => button(/^Capture anonymisée/)?.click());
  expect(actions.teach.mock.calls).toEqual([['learn'], ['capture']]);
});

test('un écran lu ne le propose pas', () => {
  show();
  expect(button(/^Apprendre cette page/)).toBeUndefined();
});

test('les grands nombres s’écrivent partout avec leurs milliers', () => {
  const many = Array.from({ length: 1500 }, (_, index) => ({
    at: onPage(`Groupe ${index}`, 'edifice/manual-groups'),
    subject: `Groupe ${index}`,
    says: 'Année passée.',
    review: false,
  }));
  const { root } = show({ view: { ...view, findings: [{ ...finding, places: many, protectedToo: 2000 }] } });
  const text = (selector: string) => root.querySelector(selector)?.textContent ?? '';
  for (const selector of ['.badge-count', '.badge', '.tally', '.finding .count'])
    expect(text(selector), selector).toMatch(/1\s500/);
  expect(text('.badge .visually-hidden')).toMatch(/: 1\s500 points signalés/);
  expect(button(/^Afficher les/)?.textContent).toMatch(/1\s49\d autres/);
  expect(text('.finding')).toMatch(/Les 1\s500 cas .* 2\s000 autres personnes/);
  expect(root.textContent).not.toMatch(/1500|2000|149\d/);
});
