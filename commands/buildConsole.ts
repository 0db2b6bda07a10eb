import { freshConsole } from './freshConsole';

/** `npm run build`: the pages, where they aren't built from what their source is now. */
if (!(await freshConsole(console.log))) console.log('控制台已是最新，无须构建。');
