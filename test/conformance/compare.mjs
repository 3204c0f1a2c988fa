// `npm run compare -- page.html`: where our layout of a page differs from Chromium's.
import { runMain } from './bundle.mjs';

await runMain('layout/compare');
