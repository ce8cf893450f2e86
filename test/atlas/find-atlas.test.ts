import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { locateAtlas } from '../../src/atlas/find-atlas.ts'
import type { Atlas } from '../../src/atlas/atlas.ts'
import { refusalOf } from '../support/refusal.ts'
import { silent } from '../support/talk.ts'

/** What programs print; a program is a shell script. */
const community = `echo 'atlas community version v1.2.3'`
const official = `echo 'atlas version v1.3.4-1fc284b-canary'`
const mongo = `echo 'Error: unknown command "version" for "atlas"' >&2; exit 1`
const engine = `#!/bin/sh\necho 'atlas engine version v1.2.3'\n`
/** A Go that "builds" the engine: writes a script to where -o says. */
const go = `
if [ "$1" = version ]; then echo 'go version go1.26.8 linux/amd64'; exit; fi
while [ "$1" != -o ]; do shift; done
printf '${engine.replaceAll('\n', String.raw`\n`).replaceAll("'", `'"'"'`)}' >"$2"; /bin/chmod 755 "$2"`
const failing = (said: string): string => `
if [ "$1" = version ]; then echo 'go version go1.26.8 linux/amd64'; exit; fi
echo '${said}' >&2; exit 1`

interface Machine {
  readonly folder: string
  /** Looks for Atlas with only the machine's programs on PATH. */
  readonly find: (named?: string) => Promise<Atlas>
  readonly put: (name: string, script: string) => Promise<string>
  readonly remove: (name: string) => Promise<void>
  readonly builds: () => Promise<string[]>
}

async function onMachine<T>(use: (machine: Machine) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'machine-'))
  const bin = join(folder, 'bin')
  const cache = join(folder, 'cache')
  try {
    await mkdir(bin)
    return await use({
      folder,
      find: async (named) =>
        locateAtlas({ variables: { PATH: bin, ATLAS_BINARY: named }, cache, talk: silent }),
      put: async (name, script) => {
        const path = join(bin, name)
        await writeFile(path, `#!/bin/sh\n${script}\n`)
        await chmod(path, 0o755)
        return path
      },
      remove: async (name) => rm(join(bin, name)),
      builds: async () => readdir(cache),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was found or said, with this machine's own words left out. */
async function seek(programs: Readonly<Record<string, string>>, named?: string): Promise<unknown> {
  return onMachine(async ({ folder, find, put }) => {
    for (const [name, script] of Object.entries(programs)) await put(name, script)
    const plain = (text: string): string =>
      text.replaceAll(folder, '').replace(/atlas-\w{12}-\w+-\w+-/, 'atlas-HASH-')
    const call = find(named?.replace('/bin', join(folder, 'bin')))
    return call.then(
      ({ path, ...atlas }) => ({ ...atlas, path: plain(path) }),
      async () => plain(await refusalOf(call)),
    )
  })
}

test('takes the Atlas that ATLAS_BINARY names before all others', async () => {
  expect(await seek({ mine: official, atlas: community, go }, '/bin/mine')).toEqual({
    kind: 'cli',
    path: '/bin/mine',
    version: '1.3.4',
  })
})

test('builds the engine where there is Go, though an Atlas is on PATH', async () => {
  expect(await seek({ atlas: community, go })).toEqual({
    kind: 'engine',
    path: '/cache/atlas-HASH-go1.26.8',
    version: '1.2.3',
  })
})

test('takes an Atlas on PATH where there is no Go', async () => {
  expect(await seek({ atlas: community })).toEqual({ kind: 'cli', path: 'atlas', version: '1.2.3' })
})

test('takes an Atlas on PATH where Go cannot build', async () => {
  expect(await seek({ atlas: official, go: failing('dial tcp: no such host') })).toEqual({
    kind: 'cli',
    path: 'atlas',
    version: '1.3.4',
  })
})

test('builds once, and takes the build again even when Go is gone', async () => {
  await onMachine(async ({ find, put, remove, builds }) => {
    await put('go', go)
    const first = await find()
    await put('go', failing('built twice'))
    expect(await find()).toEqual(first)
    await remove('go')
    expect(await find()).toEqual(first)
    expect(await builds()).toHaveLength(1)
  })
})

test('keeps no build of other sources', async () => {
  await onMachine(async ({ folder, find, put, builds }) => {
    await put('go', go)
    await mkdir(join(folder, 'cache'))
    await writeFile(join(folder, 'cache/atlas-0123456789ab-linux-x64-go1.26.8'), '')
    const { path } = await find()
    expect(await builds()).toEqual([basename(path)])
  })
})

test('leaves nothing behind when a build fails', async () => {
  await onMachine(async ({ find, put, builds }) => {
    await put('go', failing('no space left on device'))
    await refusalOf(find())
    expect(await builds()).toEqual([])
  })
})

test('names every way when there is neither Atlas nor Go', async () => {
  expect(await seek({})).toMatchInlineSnapshot(`
    "Planning tables needs Atlas, and none was found:
      ATLAS_BINARY names none
      the engine in tools/atlas cannot be built: Go is not installed
      atlas on PATH is not there
    Do one of these:
      install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that
      install Atlas 1.0 or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY
    Everything except planning works without it."
  `)
})

test('says of Go without network what it lacks', async () => {
  const said =
    'go: ariga.io/atlas@v1.2.3: Get "https://proxy.golang.org/": dial tcp: lookup proxy.golang.org: no such host'
  expect(await seek({ go: failing(said) })).toMatchInlineSnapshot(`
    "Planning tables needs Atlas, and none was found:
      ATLAS_BINARY names none
      the engine in tools/atlas cannot be built: Go cannot reach the network for the modules, which it needs once (Go said: go: ariga.io/atlas@v1.2.3: Get "https://proxy.golang.org/": dial tcp: lookup proxy.golang.org: no such host)
      atlas on PATH is not there
    Do one of these:
      install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that
      install Atlas 1.0 or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY
    Everything except planning works without it."
  `)
})

test('says of Go that it is too old', async () => {
  const said = 'go: go.mod requires go >= 1.26.4 (running go 1.22.2; GOTOOLCHAIN=local)'
  expect(await seek({ go: failing(said) })).toMatchInlineSnapshot(`
    "Planning tables needs Atlas, and none was found:
      ATLAS_BINARY names none
      the engine in tools/atlas cannot be built: this Go is too old for it, and cannot download a newer one (Go said: go: go.mod requires go >= 1.26.4 (running go 1.22.2; GOTOOLCHAIN=local))
      atlas on PATH is not there
    Do one of these:
      install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that
      install Atlas 1.0 or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY
    Everything except planning works without it."
  `)
})

test("passes by MongoDB's program of the same name, and says so", async () => {
  expect(await seek({ atlas: mongo })).toMatchInlineSnapshot(`
    "Planning tables needs Atlas, and none was found:
      ATLAS_BINARY names none
      the engine in tools/atlas cannot be built: Go is not installed
      atlas on PATH is another program of that name, such as MongoDB's (it said: Error: unknown command "version" for "atlas")
    Do one of these:
      install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that
      install Atlas 1.0 or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY
    Everything except planning works without it."
  `)
})

test('passes by an Atlas that is too old, and says so', async () => {
  expect(await seek({ atlas: `echo 'atlas version v0.31.0-abc-canary'` })).toMatchInlineSnapshot(`
    "Planning tables needs Atlas, and none was found:
      ATLAS_BINARY names none
      the engine in tools/atlas cannot be built: Go is not installed
      atlas on PATH is Atlas 0.31.0, which is older than 1.0
    Do one of these:
      install Go (https://go.dev/dl): the engine is then built once, and needs the network only for that
      install Atlas 1.0 or newer (https://atlasgo.io/getting-started), on PATH or named by ATLAS_BINARY
    Everything except planning works without it."
  `)
})

test('takes no other than the one that ATLAS_BINARY names, and says what is wrong with it', async () => {
  const others = { atlas: community, go }
  expect({
    absent: await seek(others, '/bin/nowhere'),
    old: await seek({ ...others, old: `echo 'atlas version v0.31.0'` }, '/bin/old'),
    other: await seek({ ...others, other: mongo }, '/bin/other'),
  }).toMatchInlineSnapshot(`
    {
      "absent": "ATLAS_BINARY: /bin/nowhere is not there. Name Atlas 1.0 or newer there, or unset it.",
      "old": "ATLAS_BINARY: /bin/old is Atlas 0.31.0, which is older than 1.0. Name Atlas 1.0 or newer there, or unset it.",
      "other": "ATLAS_BINARY: /bin/other is another program of that name, such as MongoDB's (it said: Error: unknown command "version" for "atlas"). Name Atlas 1.0 or newer there, or unset it.",
    }
  `)
})
