import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { sendText, sql, withSession } from '../../postgres/connect.ts'

/** What the thread is given: a superuser's URL, and settings by name. */
interface Given {
  readonly url: string
  readonly settings: readonly (readonly [string, string])[]
}

// Begins the watch and waits for its end, which comes when the server stops, or never: then this thread ends
// with its process, and the server goes on with what it was sent.
const { url, settings }: Given = workerData
const watch = await readFile(join(import.meta.dirname, 'idle-watch.sql'), 'utf8')
await withSession(
  url,
  async (session) => {
    for (const [name, value] of settings) {
      await session.query(sql`select pg_catalog.set_config(${name}, ${value}, false)`)
    }
    await sendText(session, watch)
  },
  { applicationName: 'database-as-code idle stop' },
).catch(() => undefined)
