import { expect, it } from 'vitest'
import { loadSchemaFiles } from '../../../src/files/schema/schema-files.ts'
import type { SchemaFiles } from '../../../src/files/schema/schema-files.ts'
import { memoIn } from '../../../src/files/schema/schema-memo.ts'
import { refusalOf } from '../../support/refusal.ts'
import { withProject } from '../../support/project.ts'
import type { TemporaryProject } from '../../support/project.ts'

const kept = '.local/parsed-schema.json'

async function loadFiles(project: TemporaryProject): Promise<SchemaFiles> {
  const { root, folders } = await project.load()
  return loadSchemaFiles(folders.schema, memoIn(root, folders.schema))
}

/** What a memo knows of the files as they are. */
async function recall(project: TemporaryProject): Promise<unknown> {
  const { root, folders } = await project.load()
  const { hash } = await loadSchemaFiles(folders.schema)
  return memoIn(root, folders.schema).recall(hash)
}

const drafts = `-- What nobody sees yet.
create table public.drafts (
  -- @renamed from=label
  title text, note text references public.notes (body)
);
comment on table public.drafts is 'Drafts';
`

it('knows of files that were parsed what parsing them comes to', async () => {
  await withProject(async (project) => {
    await project.write('schema/tables/drafts.sql', drafts)
    const files = await loadFiles(project)
    expect(await recall(project)).toBeUndefined()
    const parsed = { texts: await files.texts(), declarations: await files.declarations() }
    const known = await recall(project)
    expect(known).toEqual(parsed)
    const again = await loadFiles(project)
    expect(await again.texts()).toEqual(parsed.texts)
    expect(await again.declarations()).toEqual(parsed.declarations)
  })
})

it('knows nothing of files that were edited, nor of those of another folder', async () => {
  await withProject(async (project) => {
    const files = await loadFiles(project)
    await files.texts()
    const { root } = await project.load()
    expect(await memoIn(root, `${root}/other`).recall(files.hash)).toBeUndefined()
    await project.write('schema/tables/drafts.sql', drafts)
    expect(await recall(project)).toBeUndefined()
    const edited = await loadFiles(project)
    expect((await edited.texts()).map(({ sql }) => sql.split('\n')[0])).toContain(
      'create table public.drafts (',
    )
  })
})

it('keeps nothing of files with a problem, which is told again', async () => {
  await withProject(async (project) => {
    const path = await project.write('schema/tables/drafts.sql', 'create table drafts (id bigint);')
    for (const _ of [1, 2]) {
      const files = await loadFiles(project)
      expect(await refusalOf(files.texts())).toContain(`${path}:1:1: `)
      expect(await recall(project)).toBeUndefined()
    }
  })
})

it('takes a folder that is not there for none, and not for an empty one', async () => {
  await withProject(async (project) => {
    await project.remove('schema')
    await project.write('schema/.keep', '')
    const empty = await loadFiles(project)
    expect(await empty.texts()).toEqual([])
    await project.remove('schema')
    const none = await loadFiles(project)
    expect(await refusalOf(none.texts())).toContain('/schema: no such folder.')
    expect(await refusalOf(none.declarations())).toContain('/schema: no such folder.')
  })
})

it('takes a file that something else has written for none', async () => {
  await withProject(async (project) => {
    const files = await loadFiles(project)
    const texts = await files.texts()
    for (const wrong of ['', '{', 'null', '[]', '{"name": 1}']) {
      await project.write(kept, wrong)
      expect(await recall(project)).toBeUndefined()
    }
    const again = await loadFiles(project)
    expect(await again.texts()).toEqual(texts)
  })
})
