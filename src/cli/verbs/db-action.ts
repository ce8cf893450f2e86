import type { DbAction } from '../../commands/db.ts'
import { UserError } from '../../errors.ts'
import { ask } from '../ask.ts'
import type { Call } from '../verb.ts'

const known: readonly (DbAction | 'psql')[] = [
  'start',
  'stop',
  'status',
  'url',
  'psql',
  'reset',
  'stop-workbench',
]

/**
 * The action that the first argument names. A reset needs a confirmation, on a terminal or by --yes. Throws
 * UserError for an unknown action.
 */
export async function placeDbAction({ words, flags }: Call): Promise<DbAction | 'psql'> {
  const action = known.find((name) => name === words[0])
  if (action === undefined) {
    throw new UserError(
      `db ${words.join(' ')}: no such action. There are: ${known.join(', ')}.\nMore: npm run db -- --help`,
    )
  }
  if (action === 'reset' && flags['yes'] !== true && !(await agrees())) {
    throw new UserError(
      'reset: not confirmed, so nothing was done. It removes the data of the local database: npm run db reset -- --yes',
    )
  }
  return action
}

async function agrees(): Promise<boolean> {
  return (
    (await ask('This removes all data of the local database. Type yes to continue: ')) === 'yes'
  )
}
