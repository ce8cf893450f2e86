import { workerData } from 'node:worker_threads'
import { sendText, withSession } from '../postgres/connect.ts'

// Sends a text to a server and waits for its end, which comes when the server stops, or never: then this
// thread ends with its process, and the server goes on with what it was sent.
const { url, text }: { readonly url: string; readonly text: string } = workerData
await withSession(url, (session) => sendText(session, text), {
  applicationName: 'database-as-code idle stop',
}).catch(() => undefined)
