import { UserError } from '../../errors.ts'
import { isSQLError, sendText } from '../../postgres/connect.ts'
import type { Queryable } from '../../postgres/connect.ts'
import { asStatementError } from '../../postgres/server-error.ts'
import type { SeedFile } from './seed-files.ts'

/** Sends the statements of a file. Throws UserError with file:line:column and PostgreSQL's error as its cause. */
export async function sendFile(db: Queryable, { statements, text }: SeedFile): Promise<void> {
  for (const { statement, sent } of statements) {
    try {
      await sendText(db, sent)
    } catch (error) {
      throw withAdvice(asStatementError(error, statement, text))
    }
  }
}

function withAdvice(error: unknown): unknown {
  if (!(error instanceof UserError) || !isSQLError(error.cause)) return error
  const advice = advices[error.cause.code]
  if (advice === undefined) return error
  return new UserError(`${error.message}\n${advice}`, { cause: error.cause })
}

const lacking = 'Does the database lack a migration? npm run status'

const advices: Readonly<Record<string, string>> = {
  // an undefined table, column, object, schema or function
  '42P01': lacking,
  '42703': lacking,
  '42704': lacking,
  '3F000': lacking,
  '42883': lacking,
  '23503':
    'It refers to a row that is not there. If that is a sample row too, another row has its unique value, such as an e-mail address: delete that one.',
}
