import { longer } from '../support/sample.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { docsCommand } from '../../src/commands/docs.ts'
import type { DocsResult } from '../../src/commands/docs.ts'
import { loadProject } from '../../src/files/project.ts'
import type { Project } from '../../src/files/project.ts'
import { plain } from '../../src/report/paint.ts'
import { renderDocs } from '../../src/report/docs.ts'
import { runVerb } from '../support/cli.ts'
import { withTestWorkbench } from '../support/database.ts'
import { withProject } from '../support/project.ts'
import { silent } from '../support/talk.ts'
import { contextFor } from '../support/target.ts'
import { home } from '../support/tracked-files.ts'

it('the pages of this project show what its schema files say', async () => {
  const result = await docs(await loadProject(home), true)
  expect(renderDocs(result, plain)).toMatch(/^The pages are right already: \d+ files\.$/)
})

describe('npm run docs', () => {
  it('writes every page, and then none', async () => {
    await withProject(async ({ load }) => {
      const project = await load()
      const first = await docs(project, false)
      expect(first.changed).toContain('docs/schema/public/notes.md')
      expect(first.changed.length).toBe(first.pages)
      expect(await docs(project, false)).toEqual({ ...first, changed: [], gone: [] })
    })
  })

  it.skipIf(longer.skip)(
    'removes the page of a table that is no more, and no page that it has not written',
    async () => {
      await withProject(async ({ load, write, remove, root }) => {
        const project = await load()
        await docs(project, false)
        await write('docs/schema/public/kept.md', '# By hand\n')
        await remove('schema/tables/notes.sql')
        await write(
          'schema/tables/marks.sql',
          'create table public.marks (id bigint primary key);\n',
        )
        const stale = await docs(project, true)
        expect(stale.gone).toEqual(['docs/schema/public/notes.md'])
        expect(await docs(project, false)).toEqual({ ...stale, written: true })
        expect(await readFile(join(root, 'docs/schema/public/kept.md'), 'utf8')).toBe('# By hand\n')
        expect(await docs(project, true)).toEqual({
          ...stale,
          written: false,
          changed: [],
          gone: [],
        })
      })
    },
  )

  it.skipIf(longer.skip)(
    'exits 2 with --check when a page is stale, and changes nothing',
    async () => {
      await withProject(async ({ root }) => {
        const { variables } = await contextFor('')
        const env = Object.fromEntries(
          Object.entries(variables).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value]],
          ),
        )
        const stale = await runVerb('docs', { cwd: root, words: ['--check'], env })
        expect({ code: stale.code, last: stale.stdout.trim().split('\n').at(-1) }).toEqual({
          code: 2,
          last: 'The pages do not show what the schema files say. Write them with npm run docs.',
        })
        await expect(readFile(join(root, 'docs/schema/README.md'))).rejects.toThrow('ENOENT')
        expect(await runVerb('docs', { cwd: root, env })).toMatchObject({ code: 0 })
        expect(await runVerb('docs', { cwd: root, words: ['--check'], env })).toMatchObject({
          code: 0,
        })
      })
    },
  )
})

async function docs(project: Project, check: boolean): Promise<DocsResult> {
  return docsCommand(
    project,
    { useWorkbench: async (use) => withTestWorkbench(use, project), talk: silent },
    { check },
  )
}
