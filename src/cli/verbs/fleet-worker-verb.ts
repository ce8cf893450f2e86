import type { Verb } from '../verb.ts'

/** The verb `fleet-worker`, with all that its help says. */
export const fleetWorkerVerb = {
  name: 'fleet-worker',
  about: 'do what a run with --fleet and --queue puts into the queue, until it is ended',
  words: [],
  flags: [
    { name: 'fleet', type: 'string', value: 'FILE', about: 'the same file as the run has' },
    {
      name: 'queue',
      type: 'string',
      value: 'VARIABLE',
      about: 'which variable holds the URL of the control database',
    },
    { name: 'parallel', type: 'string', value: 'N', about: 'so many databases at once (4)' },
  ],
  examples: [
    [
      'npm run fleet-worker -- --fleet customers.fleet --queue CONTROL_URL',
      'in the same checkout as the run',
    ],
  ],
} as const satisfies Verb
