import type { Flag, Verb } from '../verb.ts'

const seedFlag = {
  name: 'seed',
  type: 'string',
  value: 'N',
  about: 'draw as a former run did (a new seed)',
} as const satisfies Flag

const workersFlag = {
  name: 'workers',
  type: 'string',
  value: 'N',
  about: 'how many at the same time (3)',
} as const satisfies Flag

/** Disturbs other verbs. */
const faultsVerb = {
  name: 'test:faults',
  about:
    'disturb apply, rollback and others by faults that a seed draws, and see that the next run recovers',
  words: [],
  flags: [
    seedFlag,
    { name: 'from', type: 'string', value: 'N', about: 'the number of the first case (1)' },
    { name: 'count', type: 'string', value: 'N', about: 'how many cases (120)' },
    {
      name: 'only',
      type: 'string',
      value: 'TEXT',
      about: 'of these, the cases whose fault, phase, verb or scenario has this in its name',
    },
    {
      name: 'missing',
      type: 'boolean',
      about: 'of these, the cases that were not struck yet: continues a run that was interrupted',
    },
    {
      name: 'workers',
      type: 'string',
      value: 'N',
      about: 'how many servers of each version of PostgreSQL run cases at once (1)',
    },
    {
      name: 'page',
      type: 'boolean',
      about: 'write docs/faults.md of all results of the seed; without --count, runs no case',
    },
  ],
  examples: [
    ['npm run test:faults', '120 cases of a new seed, which is printed'],
    ['npm run test:faults -- --seed 7 --from 121 --count 500', 'goes on where a run has ended'],
    [
      'npm run test:faults -- --seed 7 --count 2490 --missing --page',
      'what an interrupted run left',
    ],
    ['npm run test:faults -- --seed 7 --from 33 --count 1', 'one case again'],
    ["npm run test:faults -- --only 'cut, in a statement' --count 2000", 'one cell of the table'],
  ],
} as const satisfies Verb

/** Plans schemas which packages ship. */
const realVerb = {
  name: 'test:real',
  about:
    'plan schemas that packages ship: from nothing, to nothing, and from version to version; they are fetched into .local',
  words: [],
  flags: [
    { name: 'only', type: 'string', value: 'NAME', about: 'this project alone' },
    {
      name: 'page',
      type: 'boolean',
      about: 'write the newest results of all projects into docs/planning.md',
    },
  ],
  examples: [
    ['npm run test:real', 'all projects; needs apt-get, dpkg-deb, pip and npm, and the network'],
    ['npm run test:real -- --only synapse --page', 'one again, and the page'],
  ],
} as const satisfies Verb

/** Plans between random states. */
const generatedVerb = {
  name: 'test:generated',
  about: 'plan random edits of random schemas that a seed draws, and prove each in both directions',
  words: [],
  flags: [
    seedFlag,
    { name: 'from', type: 'string', value: 'N', about: 'the number of the first pair (1)' },
    { name: 'count', type: 'string', value: 'N', about: 'how many pairs (300)' },
    workersFlag,
  ],
  examples: [
    ['npm run test:generated', '300 pairs of a new seed, which is printed'],
    ['npm run test:generated -- --seed 7 --from 33 --count 1', 'one pair again'],
  ],
} as const satisfies Verb

/** Compares proofs. */
const extentsVerb = {
  name: 'test:extents',
  about:
    'prove plans, as they are and with planted faults, on a copy of what they touch and on a whole one, and compare',
  words: [],
  flags: [
    seedFlag,
    { name: 'count', type: 'string', value: 'N', about: 'how many pairs of states (all)' },
    { name: 'faults', type: 'string', value: 'N', about: 'how many faults in each plan (1)' },
    { name: 'only', type: 'string', value: 'TEXT', about: 'the pairs with this in their name' },
    workersFlag,
  ],
  examples: [
    ['npm run test:extents', 'every case and every stranger, each with and without a fault'],
    ['npm run test:extents -- --only partition/ --faults 5', 'more faults in fewer plans'],
  ],
} as const satisfies Verb

/** The verbs that try the others. */
export const trialVerbs = {
  'test:extents': extentsVerb,
  'test:faults': faultsVerb,
  'test:generated': generatedVerb,
  'test:real': realVerb,
} as const
