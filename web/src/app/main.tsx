import '@fontsource-variable/inter/opsz.css';
import './base.css';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../lib/text/language.js';
import { pageAt } from './routes.js';

const { pathname, search } = window.location;
document.documentElement.lang = languageOf(search);
const Page = pageAt(pathname);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Suspense>
      <Page />
    </Suspense>
  </StrictMode>,
);
