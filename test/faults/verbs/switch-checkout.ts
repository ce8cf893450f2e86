import { dataSteps } from '../scenarios/data-steps.ts'
import { deferred } from '../scenarios/deferred.ts'
import { leftBehind } from '../scenarios/left-behind.ts'
import { filesOf } from '../scenarios/scenario.ts'
import type { VerbCourse } from './verb-course.ts'

/** The database follows another checkout: two migrations are rolled back, and one is applied that is not known yet. */
export const switchCheckout: VerbCourse = {
  script: 'switch',
  scenarios: [dataSteps, deferred, leftBehind],
  from: 'newest',
  words: () => ['test', '--allow-data-loss'],
  phases: 'some',
  goesByVersion: true,
  checkout: (files) => ({
    ...Object.fromEntries(Object.entries(files).filter(([path]) => !/\/00[34]_/.test(path))),
    ...filesOf({
      '005_other': [
        `create table public.others (id integer, constraint others_pkey primary key (id));
insert into public.others select n from pg_catalog.generate_series(1, 500) as n;
`,
        'drop table public.others;\n',
      ],
    }),
  }),
}
