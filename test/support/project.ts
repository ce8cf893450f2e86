import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadProject } from '../../src/files/project.ts'
import type { Project } from '../../src/files/project.ts'

/** A project in a temporary folder, to be broken. */
export interface TemporaryProject {
  readonly root: string
  /** Writes a file of the project, by its path from the root, with the folders above it; answers its whole path. */
  readonly write: (path: string, text: string) => Promise<string>
  readonly remove: (path: string) => Promise<void>
  /** Loads the project as it is now. */
  readonly load: () => Promise<Project>
}

const home = join(import.meta.dirname, '../..')

/** What comes from this project as it is; schema and migrations are the small ones below. */
const copied = ['.squawk.toml', 'database.json', 'package.json', 'environments', 'platform']

const small: Readonly<Record<string, string>> = {
  'schema/tables/notes.sql': `create table public.notes (
  id bigint generated always as identity,
  body text not null,
  constraint notes_pkey primary key (id)
);
`,
  'migrations/001_notes.sql': `create table public.notes (
  id bigint generated always as identity,
  constraint notes_pkey primary key (id)
);
`,
  'migrations/002_bodies.sql': 'alter table public.notes add column body text not null;\n',
  'migrations/down/001_notes.sql': 'drop table public.notes;\n',
  'migrations/down/002_bodies.sql': 'alter table public.notes drop column body;\n',
}

/** Makes a small, whole project, hands it to `use`, and removes it. It has no servers: its `.local` is empty. */
export async function withProject<T>(use: (project: TemporaryProject) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'project-'))
  try {
    // Servers that root starts run as another user, who must get in.
    await chmod(root, 0o755)
    const project = describe(root)
    for (const name of copied) await cp(join(home, name), join(root, name), { recursive: true })
    await symlink(join(home, 'node_modules'), join(root, 'node_modules'))
    for (const [path, text] of Object.entries(small)) await project.write(path, text)
    return await use(project)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function describe(root: string): TemporaryProject {
  return {
    root,
    write: async (path, text) => {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), text)
      return join(root, path)
    },
    remove: async (path) => rm(join(root, path), { recursive: true }),
    load: async () => loadProject(root),
  }
}
