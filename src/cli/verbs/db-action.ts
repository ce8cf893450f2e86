import type { DbAction } from '../../commands/db.ts'
import { UserError } from '../../errors.ts'
import { ask } from '../ask.ts'
import type { Call } from '../verb.ts'

/** An action, with what it takes besides. */
export type DbCall =
  | { readonly action: DbAction | 'psql' }
  | { readonly action: 'seed'; readonly environment: string }
  | { readonly action: 'user'; readonly email: string }

const known: readonly DbCall['action'][] = [
  'start',
  'stop',
  'status',
  'url',
  'psql',
  'seed',
  'user',
  'reset',
  'stop-workbench',
]

/**
 * The action that the first argument names, with what the second says. A reset needs a confirmation, on a terminal or
 * by --yes. Throws UserError for an unknown action, and for an argument too many or missing.
 */
export async function placeDbAction({ words, flags }: Call): Promise<DbCall> {
  const [name, of] = words
  const action = known.find((each) => each === name)
  if (action === undefined) {
    throw new UserError(
      `db ${words.join(' ')}: no such action. There are: ${known.join(', ')}.\nMore: npm run db -- --help`,
    )
  }
  if (action === 'seed') return { action, environment: of ?? 'local' }
  if (action === 'user') return { action, email: givenEmail(of) }
  if (of !== undefined) throw new UserError(`db ${action}: takes no more arguments, got: ${of}`)
  if (action === 'reset' && flags['yes'] !== true) await askToReset()
  return { action }
}

function givenEmail(email: string | undefined): string {
  if (email !== undefined) return email
  throw new UserError('db user: whose? Give an e-mail address: npm run db user you@example.com')
}

async function askToReset(): Promise<void> {
  const answer = await ask('This removes all data of the local database. Type yes to continue: ')
  if (answer === 'yes') return
  throw new UserError(
    'reset: not confirmed, so nothing was done. It removes the data of the local database: npm run db reset -- --yes',
  )
}
