import { expect, it } from 'vitest'
import { findAgreement } from '../../src/commands/agreement.ts'
import { withProject } from '../support/project.ts'
import { silent } from '../support/talk.ts'

it('remembers files that agree', async () => {
  await withProject(async (project) => {
    const context = { project: await project.load(), variables: {}, talk: silent }
    const first = await findAgreement(context)
    await first.remember()
    const again = await findAgreement(context)
    expect([first.known, again.known]).toEqual([false, true])
  })
})

it('remembers nothing of files that were edited while others were compared', async () => {
  await withProject(async (project) => {
    const path = 'schema/tables/drafts.sql'
    await project.write(path, 'create table public.drafts (id bigint);\n')
    const context = { project: await project.load(), variables: {}, talk: silent }
    const agreement = await findAgreement(context)
    await project.remove(path)
    await agreement.remember()
    await project.write(path, 'create table public.drafts (id bigint);\n')
    expect((await findAgreement(context)).known).toBe(false)
  })
})
