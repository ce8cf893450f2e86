import { UserError } from '../errors.ts'
import type { Context } from '../files/context.ts'
import { sql } from '../postgres/connect.ts'
import { locateBinaries } from '../workbench/server/binaries.ts'
import type { UseWorkbench } from '../workbench/server/server.ts'
import { workbenchOf } from '../workbench/workbench.ts'
import type { Target } from './target.ts'

/**
 * The workbench to compare a target with: an embedded one of the same major version where nobody chose another one and its
 * binaries are there, since two versions print some things in other words.
 */
export async function workbenchLike(
  context: Context,
  { session }: Pick<Target, 'session'>,
): Promise<UseWorkbench> {
  const { variables, project } = context
  const isChosen = ['WORKBENCH', 'WORKBENCH_URL', 'WORKBENCH_POSTGRES'].some(
    (name) => (variables[name] ?? '') !== '',
  )
  if (isChosen) return workbenchOf(context)
  const [row] = await session.query(sql`
    select pg_catalog.current_setting('server_version_num')::integer / 10000 as major
  `)
  const major: number = row.major
  if (!(await hasBinaries(project.root, major))) return workbenchOf(context)
  return workbenchOf({ ...context, variables: { ...variables, WORKBENCH_POSTGRES: String(major) } })
}

async function hasBinaries(root: string, major: number): Promise<boolean> {
  try {
    await locateBinaries({ root, major, user: undefined })
    return true
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}
