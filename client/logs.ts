import { REALTIME_SUBSCRIBE_STATES as states, postgresChangesFilter } from '@supabase/supabase-js'
import type { RealtimeChannel, SupabaseClient } from '@supabase/supabase-js'

/** A line of a task's log, alike whether it was sent or fetched. */
export interface LogLine {
  readonly id: string
  readonly task_id: string
  readonly step_id: string | null
  readonly agent_type: string
  readonly message: string
  readonly log_level: string
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly created_at: string
  readonly seq: number
}

/** Whose log to follow, and who is told. */
export interface FollowOptions {
  readonly userId: string
  readonly taskId: string
  /** The newest lines, if the page has them already; without them the whole log comes first. */
  readonly known?: readonly LogLine[]
  /** Gets each line once. A line that commits late comes late: order them by `seq`. */
  readonly onLines: (lines: readonly LogLine[]) => void
  /** `live`: nothing is missing. `waiting`: the feed is interrupted, for the reason given, and goes on by itself. */
  readonly onState?: (state: 'live' | 'waiting', reason?: Error) => void
}

/** Transactions that write logs must end within this time, in milliseconds: so far back is read again. */
const overlap = 10_000
/** How long an id is remembered, in milliseconds of `created_at`: Realtime may send late what was fetched before. */
const memory = 600_000
/** How long a request may take, in milliseconds. */
const patience = 30_000

/**
 * Follows the log of a task. After each interruption it fetches what was missed: nothing is lost and nothing comes twice
 * as long as transactions end within 10 s. Returns how to stop.
 */
export function followLogs(client: SupabaseClient, options: FollowOptions): () => Promise<void> {
  const end = new AbortController()
  const feed = openFeed(client, options, end.signal)
  let channel: RealtimeChannel
  let again: ReturnType<typeof setTimeout> | undefined
  const subscribe = (): void => {
    channel = openChannel(client, options, feed).subscribe((status, error) => {
      if (end.signal.aborted) return
      if (status === states.SUBSCRIBED) return feed.catchUp()
      feed.interrupt(error ?? new Error(status))
      // After CHANNEL_ERROR and TIMED_OUT the channel joins again by itself; one that is CLOSED stays so.
      if (status !== states.CLOSED) return
      clearTimeout(again)
      again = setTimeout(subscribe, 1000)
    })
  }
  subscribe()
  return async () => {
    end.abort()
    clearTimeout(again)
    await client.removeChannel(channel)
  }
}

interface Feed {
  /** Takes a line that Realtime sent. */
  readonly receive: (line: LogLine) => void
  /** Fetches what was missed, and holds back what arrives in the meantime. */
  readonly catchUp: () => void
  /** Hands over nothing from now on until it has caught up. */
  readonly interrupt: (reason: Error) => void
}

function openChannel(client: SupabaseClient, task: FollowOptions, feed: Feed): RealtimeChannel {
  // A name that nobody else has: a client has one channel of a name, and it is subscribed once.
  const name = `logs:${Math.random().toString(36).slice(2)}`
  const filter = postgresChangesFilter().eq('task_id', task.taskId)
  const inserts = { event: 'INSERT', schema: 'public', table: 'execution_logs', filter } as const
  return (
    client
      .channel(name, { config: { postgres_changes_options: { wait: true } } })
      .on<LogLine & { user_id: string }>('postgres_changes', inserts, ({ new: row, errors }) => {
        // A row that is too large or may not be read comes in parts: the request has it whole, or says why not.
        if (errors !== null && errors.length > 0) return feed.catchUp()
        const { user_id: owner, ...line } = row
        // A server sees the tasks of all users, and two of them may have one name.
        if (owner === task.userId.toLowerCase()) feed.receive(line)
      })
      // Services that do not know the option above say in this way when changes begin to arrive.
      .on('system', {}, ({ extension, status, message }) => {
        if (extension !== 'postgres_changes') return
        if (status === 'ok') feed.catchUp()
        else feed.interrupt(new Error(message))
      })
  )
}

function openFeed(client: SupabaseClient, options: FollowOptions, ended: AbortSignal): Feed {
  const { onLines, onState } = options
  const { isNew, since } = rememberLines(options.known ?? [])
  let held: LogLine[] | undefined = []
  let run = new AbortController()

  const release = (lines: readonly LogLine[]): void => {
    const fresh = lines.filter(isNew)
    if (fresh.length > 0) onLines(fresh)
  }
  const catchUp = async (signal: AbortSignal): Promise<void> => {
    for (let tries = 0; !signal.aborted; tries += 1) {
      // What arrived before a request begins, the request finds.
      const buffer: LogLine[] = []
      held = buffer
      const answer = await fetchLines(client, { ...options, since: since() }, signal)
      if (signal.aborted) return
      if (!(answer instanceof Error)) {
        held = undefined
        release([...answer, ...buffer])
        return onState?.('live')
      }
      onState?.('waiting', answer)
      await pause(Math.min(1000 * 2 ** tries, 30_000), signal)
    }
  }
  return {
    receive: (line) => void (held === undefined ? release([line]) : held.push(line)),
    catchUp: () => {
      run.abort()
      run = new AbortController()
      void catchUp(AbortSignal.any([ended, run.signal]))
    },
    interrupt: (reason) => {
      run.abort()
      held = []
      onState?.('waiting', reason)
    },
  }
}

interface Missed {
  readonly userId: string
  readonly taskId: string
  /** Undefined for all. */
  readonly since: string | undefined
}

/** The lines of a task from a moment on, oldest first, or why there is no answer. */
async function fetchLines(
  client: SupabaseClient,
  { userId, taskId, since }: Missed,
  signal: AbortSignal,
): Promise<LogLine[] | Error> {
  const lines: LogLine[] = []
  for (;;) {
    const last = lines.at(-1)
    const { data, error } = await client
      .rpc('get_execution_logs_filtered', {
        p_user_id: userId,
        p_task_id: taskId,
        p_limit: 1000,
        ...(since !== undefined && { p_start_date: since }),
        ...(last && { p_before_created_at: last.created_at, p_before_seq: last.seq }),
      })
      .abortSignal(AbortSignal.any([signal, AbortSignal.timeout(patience)]))
    if (error !== null) return new Error(error.message, { cause: error })
    // Not at the first short page: a project may allow fewer rows than were asked for.
    if (data.length === 0) return lines.toReversed()
    lines.push(...data)
  }
}

/** Knows which lines have been handed over lately, and from when on to read again. */
function rememberLines(known: readonly LogLine[]): {
  readonly isNew: (line: LogLine) => boolean
  readonly since: () => string | undefined
} {
  const times = new Map<string, number>()
  let newest = -Infinity
  const isNew = ({ id, created_at }: LogLine): boolean => {
    if (times.has(id)) return false
    const time = Date.parse(created_at)
    times.set(id, time)
    newest = Math.max(newest, time)
    for (const [oldId, oldTime] of times) {
      if (oldTime >= newest - memory) break
      times.delete(oldId)
    }
    return true
  }
  for (const line of known) isNew(line)
  return {
    isNew,
    since: () => (newest === -Infinity ? undefined : new Date(newest - overlap).toISOString()),
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const stop = (): void => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', stop, { once: true })
  })
}
