import { freePort } from './listeners.ts'
import { withProject } from './project.ts'
import type { TemporaryProject } from './project.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { runVerb } from './cli.ts'

/** The small project, sealed, whose local database has a port of its own; its server is stopped in the end. */
export async function withLocal(
  use: (project: TemporaryProject, port: number) => Promise<void>,
): Promise<void> {
  await withProject(async (project) => {
    await hashCommand({ project: await project.load() })
    const port = await freePort()
    try {
      await usePort(project, port)
      await use(project, port)
    } finally {
      await runVerb('db', { cwd: project.root, words: ['stop'] })
    }
  })
}

/** Gives the local database a port. */
export async function usePort({ write }: TemporaryProject, port: number): Promise<void> {
  const embedded = { postgres: 17, port, database: 'small' }
  await write('environments/local.json', JSON.stringify({ about: 'small', embedded }))
}
