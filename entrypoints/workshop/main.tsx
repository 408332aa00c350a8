import { render } from 'preact';
import '@/assets/page.css';
import '@/assets/theme.css';
import '@/components/workshop/workshop.css';
import '@/components/workshop/results.css';
import { App } from './app';

const root = document.getElementById('root');
if (root) render(<App />, root);
