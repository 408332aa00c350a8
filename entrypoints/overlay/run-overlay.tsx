import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import theme from '@/assets/theme.css?inline';
import { Overlay } from '@/components/overlay/overlay';
import { Updated } from '@/components/overlay/updated';
import { type Anchor, anchorKey } from '@/utils/core/facts';
import type { RuleTexts } from '@/utils/core/rule';
import { holdSwitch } from '@/utils/detector-ids';
import type { Ent } from '@/utils/ents/page';
import { irreversibleAt } from '@/utils/ents/read-screen';
import { send } from '@/utils/messages';
import { holdsWanted } from '@/utils/policy-mirror';
import { switchDemonstration } from '@/utils/switches';
import { watch } from '@/utils/watch';
import { insideWindow, rememberedPlace, rememberPlace } from './badge-place';
import { copyText } from './copy-text';
import { dossierActions } from './dossier-actions';
import { heldClick } from './held-click';
import { type HoldOptions, holdClicks } from './hold-clicks';
import { type Judgement, judgeScreen } from './judge-screen';
import { keptDecision } from './kept-decision';
import { lateMasking, maskedLook } from './late-masking';
import { markedRows, visibleMarks } from './mark-layer';
import { openInPlace } from './open-in-place';
import { isGone } from './reporter';
import { mountShadowRoot } from './shadow-root';
import css from './style.css?inline';
import { followSwitches } from './switched';
import { type Kit, tabMemory } from './tab-memory';
import { unreadableDelay } from './unreadable-delay';

/** How long the row that « Voir » leads to stays lit, in ms. */
const SHOWN_MS = 4000;

/** Draws the overlay over one document of an ENT and keeps it true while the person works. */
export async function runOverlay(ctx: ContentScriptContext, family: Ent, all: Kit): Promise<void> {
  const rulesById = new Map<string, RuleTexts>();
  const container = family.container(document);
  if (!container) return;
  let place = await rememberedPlace(location.host);
  const holds = await holdsWanted();
  let drawn = false;
  const switches = await followSwitches(family, all, () => drawn && look());
  const { ent, kit } = switches;
  let open = false;
  let notice: string | undefined;
  let shownKey: string | undefined;
  let rows: ReturnType<typeof markedRows> = new Map();
  let frame = 0;
  let [hidden, stopped] = [false, false];
  /** False between a change of the page and its reading: the panel of one person may already show another. */
  let fresh = true;
  const memory = tabMemory(ent, kit, {
    seen: () => seen,
    changed: () => look(),
    notify(words) {
      notice = words;
      draw();
    },
    isOff: switches.isOff,
  });
  const { live, companions, people, deleted, report } = memory;
  const pageUrl = () => new URL(location.href);
  const judge = () => judgeScreen(ent, document, pageUrl(), memory);
  let seen: Judgement = judge();
  const held = heldClick({
    later: (work, ms) => ctx.setTimeout(work, ms),
    changed: () => draw(),
    chosen: (hold, resumed) => report.held(seen.school, hold, resumed),
  });
  const said = unreadableDelay((ms) => ctx.setTimeout(look, ms));
  const dossier = dossierActions({
    about: () => ({ ent, seen, off: switches.now().off, copy: copyText }),
    changed: () => draw(),
    failed: report.failed,
  });
  const mask = lateMasking(() => switches.now().demonstration, {
    changed: () => draw(),
    failed: report.failed,
  });
  const own = mountShadowRoot('vigie-ent', `${theme}\n${css}`);

  const actions = {
    show,
    open: (link: string) => openInPlace(link),
    startLive() {
      const school = seen.school ?? seen.nameless;
      if (school) live.start(school);
    },
    readOn: () => void (seen.school && live.readOn(seen.school)),
    cancelLive: () => live.cancel(),
    hide() {
      hidden = true;
      open = false;
      draw();
    },
    sayOfYear: companions.sayOfYear,
    giveReference: (files: readonly File[]) => companions.giveReference(files, seen.sight),
    teach(teaching: 'learn' | 'capture') {
      mask.reveal();
      open = false;
      draw();
      send('teaching/script', teaching).catch(report.failed);
    },
    copy: copyText,
    settle: companions.settle,
    hideBanner: companions.hideBanner,
    openWorkshop: () => void send('workshop/open', null).catch(report.failed),
    openPages: () => void send('workshop/open', { section: 'pages/vocabulaire' }).catch(report.failed),
    demonstrate: (on: boolean) => void switchDemonstration(on).catch(report.failed),
    ...dossier.actions,
    ...people.actions,
  };

  function draw(): void {
    frame = 0;
    if (stopped || !ctx.isValid) return;
    const window = { width: innerWidth, height: innerHeight };
    const modal = ent.modal?.(document) ?? undefined;
    const { covers, curtain, masked } = mask.view(modal);
    render(
      <Overlay
        view={{
          ...seen.view,
          ...people.view(),
          fresh,
          ...companions.view(seen.sight),
          ...switches.view(),
          ...dossier.view(),
          visible: new Set(rows.keys()),
          ...(notice && { notice }),
          ...(masked && { masked }),
        }}
        marks={modal || curtain || hidden ? [] : visibleMarks(rows.values(), shownKey)}
        place={insideWindow(place, window)}
        onToggle={(next) => {
          open = next;
          draw();
        }}
        onMove={(next) => {
          place = insideWindow(next, window);
          draw();
        }}
        onMoved={() => rememberPlace(location.host, place)}
        onReveal={() => {
          mask.reveal();
          draw();
        }}
        {...{ covers, curtain, actions, open, hidden, window, ...held.view() }}
      />,
      own.root,
    );
  }
  const drawSoon = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  function look(): void {
    if (stopped || !ctx.isValid) return;
    drawn = true;
    seen = judge();
    fresh = true;
    seen = { ...seen, view: { ...seen.view, screen: said(seen.view.screen) } };
    for (const rule of seen.texts) rulesById.set(rule.id, rule);
    // Whoever the screen shows treated is no longer to be kept: the marks must know it.
    people.recall();
    const { results, places, verdicts, school } = seen;
    rows = markedRows(results, rulesById, places, verdicts.byRow, people.said(school?.id));
    if (switches.now().demonstration) mask.look(maskedLook(ent, document, seen));
    else mask.forget();
    companions.look(seen.sight);
    report.screen(seen);
    draw();
  }

  function show(at: Anchor): void {
    const row = rows.get(anchorKey(at));
    if (!row?.element.isConnected) return;
    row.element.scrollIntoView({ block: 'center' });
    shownKey = row.key;
    drawSoon();
    ctx.setTimeout(() => {
      shownKey = undefined;
      drawSoon();
    }, SHOWN_MS);
  }

  const holding: HoldOptions = {
    // Without a finding, nothing is held, and what goes through is still known of.
    judge: () => (holds ? judge().results : []),
    decided: (irreversible) => (holds ? keptDecision(irreversible, judge().view.person) : undefined),
    passes: switches.passes,
    rules: rulesById,
    now: () => performance.now(),
    passed(irreversible) {
      // A box ticked just before the click may not have been looked at yet.
      const { sight } = judge();
      companions.passed(irreversible, sight);
      if (irreversible.action === 'delete-user') deleted.clicked(sight.shown);
    },
    held(hold, allow, giveFocusBack, action) {
      report.worked(holdSwitch(action));
      held.show(hold, allow, giveFocusBack);
    },
  };
  const onClick = holdClicks({
    ...holding,
    irreversibleAt: (target) => irreversibleAt(ent, target, document, pageUrl()),
  });
  const drags = all.drags?.({ ...holding, ent, warn: held.warn });
  const watching = watch(container, {
    changed(records) {
      fresh = false;
      if (mask.changed(records)) draw();
      else drawSoon();
    },
    settled: look,
  });
  ctx.addEventListener(window, 'click', onClick, { capture: true });
  if (drags)
    for (const name of drags.events) ctx.addEventListener(window, name, drags.onEvent, { capture: true });
  // After the hold: a click that was held back enrols nobody.
  ctx.addEventListener(window, 'click', companions.clicked, { capture: true, passive: true });
  ctx.addEventListener(window, 'wxt:locationchange', () => watching.poke());
  // A box that is ticked or a file that is chosen changes no node.
  ctx.addEventListener(window, 'change', () => watching.poke(), { capture: true, passive: true });
  ctx.addEventListener(window, 'scroll', drawSoon, { capture: true, passive: true });
  ctx.addEventListener(window, 'resize', drawSoon);
  function stop(): void {
    stopped = true;
    switches.stop();
    memory.stop();
    watching.stop();
    live.cancel();
    render(null, own.root);
  }
  ctx.onInvalidated(() => {
    stop();
    // A newer copy of this very script takes over without a word; an updated extension leaves one.
    if (!isGone()) return own.remove();
    render(<Updated onReload={() => location.reload()} onClose={own.remove} />, own.root);
  });
  report.onGone(() => ctx.notifyInvalidated());
  dossier.wanted();
  // Masked before anything is read: the first look only comes once the page is still.
  if (switches.now().demonstration) draw();
}
