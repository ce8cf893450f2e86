import { expect, it } from 'vitest'
import { placeArchive } from '../../src/cli/verbs/archive-verb.ts'
import { silent } from '../../src/cli/progress.ts'
import { loadProject } from '../../src/files/project.ts'

it.each<[string, ReturnType<typeof placeArchive>]>([
  ['', { environment: 'local', action: 'list', version: undefined }],
  ['drop 005', { environment: 'local', action: 'drop', version: '005' }],
  ['staging drop', { environment: 'staging', action: 'drop', version: undefined }],
  ['staging list 005', { environment: 'staging', action: 'list', version: '005' }],
])('archive %s is placed', async (typed, placed) => {
  expect((await place(typed))()).toEqual(placed)
})

it.each(['staging frob', 'staging frob 005'])(
  'archive %s is refused, whose action is another word',
  async (typed) => {
    expect(await place(typed)).toThrow(
      'archive: frob: neither list nor drop.\nUsage: npm run archive [environment] list|drop [VERSION]\nMore: npm run archive -- --help',
    )
  },
)

async function place(typed: string): Promise<() => ReturnType<typeof placeArchive>> {
  const project = await loadProject(import.meta.dirname)
  const words = typed.split(' ').filter((word) => word !== '')
  return () => placeArchive({ project, words, flags: {}, progress: silent })
}
