import { CatalogueError } from '../config/catalogue';
import { readEnv } from '../config/env';
import { readServiceFile } from '../local/serviceFile';
import { SeasonTooShort } from '../simulation/checkModel';
import { UnknownItem } from '../simulation/rules';
import { BadStaffing } from '../simulation/staffing';
import { BadQuestion } from '../whatif/badQuestion';
import { progress } from './progress';
import { BadOptions, parseSimulation } from './simulate/parseSimulation';
import { runSimulation } from './simulate/runSimulation';

/** `npm run simulate`: what a season would come to under other rules, limits or staffing, and whether the model can be trusted. */
try {
  const options = parseSimulation(process.argv.slice(2));
  const env = readEnv();
  await runSimulation(options, {
    env,
    databaseUrl: env.databaseUrl ?? (await readServiceFile(env.localDir))?.databaseUrl ?? null,
    print: (line) => console.log(line),
    progress: (total) => {
      if (options.json === '-') return () => undefined;
      const bar = progress('推演', total);
      let left = total;
      return () => {
        bar.step();
        left -= 1;
        if (left === 0) bar.done();
      };
    },
  });
} catch (error) {
  if (error instanceof BadOptions || error instanceof BadQuestion || error instanceof BadStaffing) {
    console.error(error.message);
    process.exit(2);
  }
  if (error instanceof CatalogueError || error instanceof UnknownItem || error instanceof SeasonTooShort) {
    console.error(error.message);
    process.exit(1);
  }
  throw error;
}
