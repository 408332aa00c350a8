import { render } from 'preact';
import '@/assets/page.css';
import '@/assets/theme.css';
import '@/components/workshop/workshop.css';
import '@/components/workshop/results.css';
import { openAhead } from '@/utils/store/db';
import { App } from './app';
import { loadAhead } from './own-sections';

// Whichever section is asked for reads from it: it opens while the section's own code is fetched.
openAhead();
loadAhead(location.hash);
const root = document.getElementById('root');
if (root) render(<App />, root);
