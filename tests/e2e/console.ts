import type { Locator, Page } from '@playwright/test';
import { dayInFrance } from '../demo/server';
import { demoTest } from './demo-session';

export type { Session } from './demo-session';

const SCHOOLS = {
  papillons: '7d1f0c52-31ab-4c07-a5be-90d3e1a40001',
  college: '7d1f0c52-31ab-4c07-a5be-90d3e1a40002',
  centre: '7d1f0c52-31ab-4c07-a5be-90d3e1a40003',
} as const;

/** The day on which every year, delay and countdown of the demonstration is planted. */
export const DEMO_DAY = dayInFrance();

/** Address of a console screen of one of the demonstration's schools. */
export function consoleUrl(school: keyof typeof SCHOOLS, screen: string): string {
  return `https://enthdf.fr/admin/${SCHOOLS[school]}/${screen}`;
}

/** Path of a group's or a person's screen changes at each run only by its identifier; lists are stable. */
export const MANUAL_GROUPS = 'groups/manualGroup';

export const test = demoTest({ patterns: ['https://*.enthdf.fr/*'], date: DEMO_DAY }).extend({
  page: async ({ demo, page }, use) => {
    demo.set({ latency: 0, role: 'ADML', secondFactorPending: false, sessionExpired: false, faults: {} });
    await use(page);
  },
});

export { expect } from '@playwright/test';

/** The parts of the overlay, by what they are called. */
export function overlayOf(page: Page) {
  const root = page.locator('vigie-ent');
  const panel = root.getByRole('region', { name: 'Vigie ENT' });
  return {
    root,
    badge: root.locator('.badge'),
    panel,
    marks: root.locator('.mark'),
    hold: root.getByRole('alertdialog'),
    alert: panel.getByRole('alert'),
    control: panel.getByRole('button', { name: /^Contrôler (tout|à nouveau)/ }),
    cancel: panel.getByRole('button', { name: 'Annuler' }),
    finding: (rule: string): Locator => panel.locator(`[data-rule="${rule}"]`),
  };
}

/** Every subject of a finding, in order; the rest of a long list is unfolded first. */
export async function subjectsOf(finding: Locator): Promise<string[]> {
  const more = finding.getByRole('button', { name: /^Afficher les? / });
  await finding.locator('details').evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
  if (await more.isVisible()) await more.click();
  return finding.locator('.subject').allInnerTexts();
}

/** Opens the panel and runs the live reading to its end. */
export async function controlSchool(page: Page) {
  const overlay = overlayOf(page);
  await overlay.badge.click();
  await overlay.control.click();
  await overlay.panel.getByText(/^Établissement contrôlé/).waitFor();
  return overlay;
}
