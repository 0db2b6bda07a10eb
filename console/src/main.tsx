import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import './shell/style.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the document has no place for the pages');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
