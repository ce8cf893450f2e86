import { withCourse } from '../deploy/session/course.ts'
import type { Course } from '../deploy/session/course.ts'
import type { Talk } from '../files/context.ts'
import type { Migration } from '../files/migrations.ts'
import type { LockedRequest, Target } from './target.ts'

/** Files that are to run. */
export interface FileRun {
  readonly verb: 'apply' | 'rollback'
  readonly files: readonly Migration[]
  /** The newest applied version when all of them have run, or `none`; the last file's unless told. */
  readonly goal?: string
  /** Who asked for it: what goes on with it. */
  readonly request: Pick<LockedRequest, 'flags' | 'again'>
  readonly talk: Talk
}

/**
 * Follows a run of files: tells each, and what ends the run says which files are in, and the exact command that goes on,
 * by version.
 */
export async function followRun<T>(
  { environment, address, signal }: Target,
  { verb, files, goal = files.at(-1)?.version ?? 'none', request, talk }: FileRun,
  use: (course: Course) => Promise<T>,
): Promise<T> {
  const again = request.again ?? commandLine([verb, environment.name, goal], request.flags)
  return withCourse({ verb, address, again, signal }, async (course) =>
    use({
      ...course,
      onStart: (file) => {
        course.onStart(file)
        talk.step(`${doing[verb]} ${numberedMigration(file, files)}`)
      },
    }),
  )
}

/** A migration and its place among those that a command runs: `003_add_x.sql (1 of 4)`. */
function numberedMigration(migration: Migration, all: readonly Migration[]): string {
  return `${migration.file} (${String(all.indexOf(migration) + 1)} of ${String(all.length)})`
}

/** A command as it is typed: `npm run rollback staging 003 -- --allow-data-loss`. */
export function commandLine(words: readonly string[], flags: readonly string[] = []): string {
  return ['npm run', ...words, ...(flags.length === 0 ? [] : ['--']), ...flags].join(' ')
}

const doing = { apply: 'applying', rollback: 'taking back' } as const
