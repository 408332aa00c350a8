import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { OPTIONAL_HOSTS } from './utils/ents/hosts';

/** Names of the entrypoints that frames of an ENT load: loaders, overlays, and the table of people. */
const RUNS_IN_PAGES = /-(?:loader|overlay)$|^people$/;

/**
 * What our own pages may load: what is packed with them, and nothing may leave them. They read files that come from
 * anybody. Styles may be written in the page: what is printed is a page of its own, which takes over this policy.
 */
const PAGES_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "worker-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()], worker: { format: 'es' } }),
  // What the reviewers of the Firefox store build from: the tests, incomplete in this zip anyway, are on the repository.
  zip: { includeSources: ['.npmrc', '.node-version', '**/*'], excludeSources: ['tests/**'] },
  hooks: {
    /**
     * Frames of an ENT pay for what runs in them, and only send messages and read a key or two: the browsers' own
     * promises do there. The polyfill would be half of a loader, and 3 kB of an overlay.
     */
    'vite:build:extendConfig': (entrypoints, { resolve }) => {
      const alias = resolve?.alias as Record<string, string> | undefined;
      if (alias && entrypoints.every(({ name }) => RUNS_IN_PAGES.test(name)))
        alias['wxt/browser'] = '@wxt-dev/browser';
    },
    /**
     * WXT turns the matches of a runtime-registered content script into required host permissions.
     * Ours are optional: the person grants one ENT at a time from the popup.
     */
    'build:manifestGenerated': (_wxt, manifest) => {
      delete manifest.host_permissions;
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'fr',
    permissions: ['activeTab', 'alarms', 'scripting', 'storage'],
    optional_permissions: ['notifications'],
    optional_host_permissions: [...OPTIONAL_HOSTS],
    action: { default_title: '__MSG_name__' },
    // The development server brings the pages their code: it would be refused.
    ...(command === 'build' && { content_security_policy: { extension_pages: PAGES_POLICY } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'vigie-ent@vigie-ent.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : // Firefox has no schema: its policies may hold anything, and what they hold is checked when it is read.
        { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
