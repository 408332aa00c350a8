import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/assets/page.css';
import '@/assets/theme.css';
import '@/components/popup/popup.css';
import '@/components/steps/steps.css';
import '@/components/popup/checklist.css';
import { App } from './app';

// The same page is a tab of its own on Firefox for Android, where a popup has no size to choose.
const inPopup = browser.extension.getViews({ type: 'popup' }).includes(window);
document.documentElement.classList.toggle('in-popup', inPopup);

const root = document.getElementById('root');
if (root) render(<App inPopup={inPopup} />, root);
