import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { OPTIONAL_HOSTS } from './utils/ents/hosts';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()], worker: { format: 'es' } }),
  // What the reviewers of the Firefox store build from: the tests, incomplete in this zip anyway, are on the repository.
  zip: { includeSources: ['.npmrc', '.node-version', '**/*'], excludeSources: ['tests/**'] },
  hooks: {
    /**
     * Every frame of an ENT pays for the loaders, which only send a message: the browsers' own promises do there, and the
     * polyfill would be half of them.
     */
    'vite:build:extendConfig': (entrypoints, { resolve }) => {
      const alias = resolve?.alias as Record<string, string> | undefined;
      if (alias && entrypoints.every(({ name }) => name.endsWith('-loader')))
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
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'fr',
    permissions: ['activeTab', 'scripting', 'storage'],
    optional_host_permissions: [...OPTIONAL_HOSTS],
    action: { default_title: '__MSG_name__' },
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
      : { minimum_chrome_version: '120' }),
  }),
});
