import { expect, it } from 'vitest'
import { checkAgreement } from '../../src/planning/agreement.ts'
import type { Agreement } from '../../src/planning/agreement.ts'
import { loadProjectFiles } from '../../src/planning/project-states.ts'
import { withProject } from '../support/project.ts'
import type { TemporaryProject } from '../support/project.ts'

async function find(project: TemporaryProject): Promise<Agreement> {
  const loaded = await project.load()
  return checkAgreement(loaded, {}, await loadProjectFiles(loaded))
}

it('remembers files that agree', async () => {
  await withProject(async (project) => {
    const first = await find(project)
    await first.remember()
    const again = await find(project)
    expect([first.known, again.known]).toEqual([false, true])
  })
})

it('remembers the texts that were loaded and compared, not what they were edited to meanwhile', async () => {
  await withProject(async (project) => {
    const path = 'schema/tables/drafts.sql'
    await project.write(path, 'create table public.drafts (id bigint);\n')
    const agreement = await find(project)
    await project.remove(path)
    await agreement.remember()
    const edited = await find(project)
    await project.write(path, 'create table public.drafts (id bigint);\n')
    const compared = await find(project)
    expect([edited.known, compared.known]).toEqual([false, true])
  })
})

it('remembers nothing where the platform was edited meanwhile', async () => {
  await withProject(async (project) => {
    const agreement = await find(project)
    await project.write('platform/999_more.sql', 'select 1;\n')
    await agreement.remember()
    await project.remove('platform/999_more.sql')
    expect((await find(project)).known).toBe(false)
  })
})
