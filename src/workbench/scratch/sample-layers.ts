import type { Migration } from '../../files/migrations.ts'
import type { Sample } from '../../files/samples.ts'
import { nameLayer } from './layer.ts'
import type { Layer } from './layer.ts'
import { noSampleRows } from '../load/sample-rows.ts'
import type { LateSample, SampleRows } from '../load/sample-rows.ts'
import { walkSamples } from '../load/sample-walk.ts'

/** Sample rows, and the migrations that run over them. */
interface Chain {
  readonly ground: Layer
  readonly samples: readonly Sample[]
  readonly migrations: readonly Migration[]
}

/**
 * The layers of a chain of migrations that runs over sample rows: a layer for those that load before the first
 * migration, and one for each migration. Each template's name covers the samples and the files before it. The topmost
 * one does what those below have not done, in one walk: the others are there for what shorter chains have made.
 */
export function sampleLayers(chain: Chain): Layer[] {
  const { ground, samples, migrations } = chain
  const texts = samples.flatMap(({ file, text }) => [file, text])
  const names = [nameLayer('samples', [ground.template, ...texts])]
  for (const { file, text } of migrations)
    names.push(nameLayer('samples', [names.at(-1) ?? '', file, text]))
  return names.map((template, at) =>
    at < migrations.length
      ? { kind: 'samples', template, build: async (_, { note }) => ({ note }) }
      : topLayer(chain, template, []),
  )
}

/** The rows that the note of a scratch database with samples says it has. */
export function parseSampleRows(note: string): SampleRows {
  if (note === '') return noSampleRows
  const { loaded, late, unloaded } = parseNote(note)
  return { loaded, late, unloaded }
}

/** The layer of a whole chain: it goes on with what the layer below has, or starts on the ground, where files wait. */
function topLayer(chain: Chain, template: string, late: readonly LateSample[]): Layer {
  return {
    kind: 'samples',
    template,
    build: async (workbench, { database, note }) => {
      const { samples, migrations } = chain
      const urls = { url: workbench.userUrl(database), adminUrl: workbench.adminUrl(database) }
      const below = note === '' ? undefined : parseNote(note)
      const walked = await walkSamples(urls, {
        samples,
        migrations: migrations.slice(below?.done ?? 0),
        rows: below,
        late: below?.late ?? late,
      })
      if ('rows' in walked) return { note: writeNote({ ...walked.rows, done: migrations.length }) }
      return { instead: [chain.ground, topLayer(chain, template, walked.late)] }
    },
  }
}

/** What is kept of a layer: its rows, and after how many migrations. */
interface Note extends SampleRows {
  readonly done: number
}

function writeNote(note: Note): string {
  return JSON.stringify(note)
}

function parseNote(text: string): Note {
  const note: Note = JSON.parse(text)
  return note
}
