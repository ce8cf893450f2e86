import { join, relative } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Project } from '../../files/project.ts'
import { loadSamples } from '../../files/samples.ts'
import type { Sample } from '../../files/samples.ts'
import { seedStatement } from '../../sql/parsed/seed-statement.ts'
import { splitStatements } from '../../sql/scan/split.ts'
import type { Statement } from '../../sql/scan/split.ts'

/** A file of sample rows, as it is sent to a database that may have some of the rows. */
export interface SeedFile extends Sample {
  /** From the project's root. */
  readonly path: string
  readonly statements: readonly SeedPart[]
}

/** A statement as it is written, and as it is sent. */
interface SeedPart {
  readonly statement: Statement
  readonly sent: string
}

/** Loads the files of sample rows. Throws UserError with file:line:column for what is no SQL or not for rows. */
export async function loadSeedFiles({ root, folders }: Project): Promise<SeedFile[]> {
  const samples = await loadSamples(folders.samples)
  return Promise.all(
    samples.map(async (sample) => {
      const path = relative(root, join(folders.samples, sample.file))
      const statements = await splitStatements(sample.text, path)
      return { ...sample, path, statements: await Promise.all(statements.map(partOf)) }
    }),
  )
}

async function partOf(statement: Statement): Promise<SeedPart> {
  const seed = await seedStatement(statement)
  if (seed.kind === 'seed') return { statement, sent: seed.text }
  const { file, line, column } = statement
  throw new UserError(`${file}:${String(line)}:${String(column)}: ${seed.reason}`)
}
