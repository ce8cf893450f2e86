import { environmentWord } from '../arguments.ts'
import { changeFlags } from './flags.ts'
import { fleetFlags } from './fleet-flags.ts'
import type { Verb } from '../verb.ts'

/** The verb that finds what was changed by other means than migrations. */
export const driftVerb: Verb = {
  name: 'drift',
  about: 'name what somebody changed by other means than migrations, with the SQL both ways',
  words: [
    environmentWord,
    { name: 'name', about: 'with --accept: what the migration is called (accept_drift)' },
  ],
  flags: [
    {
      name: 'accept',
      type: 'boolean',
      about: 'write it as a migration and schema files, and record that as applied there',
    },
    { name: 'repair', type: 'boolean', about: 'print only the SQL that undoes it; nothing is run' },
    ...changeFlags.filter(({ name }) => name !== 'dry-run'),
    ...fleetFlags,
  ],
  examples: [
    ['npm run drift production', 'changes nothing, exits 2 when something differs'],
    ['npm run --silent drift staging -- --repair', 'the SQL to undo it, proved on a copy'],
    ['npm run drift staging keep_mood -- --accept', 'the checkout follows the database'],
    ['npm run drift -- --fleet customers.fleet', 'every database that a file lists'],
    ['npm run --silent drift staging -- --json', 'the differences and both directions as JSON'],
  ],
}
