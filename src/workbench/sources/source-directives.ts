import { UserError } from '../../errors.ts'
import { parseDirectives } from '../../sql/directives.ts'
import type { Declaration } from '../../sql/directives.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { LoadedSource } from './loaded-source.ts'
import type { SqlFile } from './sql-file.ts'

/**
 * What the files of a source declare, with their directives: schema files all of it, other files where they contain
 * a directive, since other comments may have an @ too. Migrations say by their statements what is renamed. Throws
 * UserError for a malformed directive.
 */
export async function readDirectivesOf(source: LoadedSource): Promise<readonly Declaration[]> {
  if (source.kind === 'schema') return source.files.declarations()
  if (source.kind === 'file') return readFile(source.file)
  if (source.kind !== 'scripts' || source.sort === 'migrations') return []
  return (await Promise.all(source.files.map(readFile))).flat()
}

async function readFile({ path, text }: SqlFile): Promise<readonly Declaration[]> {
  if (!/^[ \t]*--[ \t]*@(?:renamed|new|using)\b/m.test(text)) return []
  const statements = await splitStatements(text, path)
  const { declarations, problems } = await parseDirectives({ path, text, statements })
  if (problems.length > 0) throw new UserError(problems.join('\n'))
  return declarations
}
