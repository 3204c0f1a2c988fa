// `npm run conformance`: holds what the tool makes, and how it takes what it is given, to judges from outside.
import { runMain } from './bundle.mjs';

await runMain('main');
