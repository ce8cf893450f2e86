/** One way to plan and prove. */
export interface Attempt {
  /** Who plans the tables that are Atlas's. */
  readonly planner: 'atlas' | 'own'
  /** Where the texts of statements are from: what authors wrote, where they did, or what the catalog prints. */
  readonly texts: 'authored' | 'catalog'
  /** What is in the tables of the copy. */
  readonly rows: 'sample' | 'none'
}

/** An attempt that was made, and why it does not hold; undefined where it does. */
export interface Tried extends Attempt {
  readonly why: string | undefined
}

/** What came of the last attempt that was made, and all that were made. */
export interface Outcome<T> {
  readonly outcome: T
  readonly tried: readonly Tried[]
}

/** How an attempt is made. */
interface Trial<T> {
  /** Undefined where there is no reason for this attempt, after what came of the one before. */
  readonly run: (attempt: Attempt, last: T | undefined) => Promise<T | undefined>
  /** Why an outcome does not hold; undefined where it does. */
  readonly whyNot: (outcome: T) => string | undefined
}

/** Every attempt, the best first: each over sample rows, and then, where there is a reason for it, on empty tables. */
export function listAttempts(
  planners: readonly Attempt['planner'][],
  texts: readonly Attempt['texts'][],
): Attempt[] {
  return planners.flatMap((planner) =>
    texts.flatMap((from) =>
      (['sample', 'none'] as const).map((rows) => ({ planner, texts: from, rows })),
    ),
  )
}

/** Makes attempts in their order until one holds; where none does, the last one stands. */
export async function firstThatHolds<T>(
  attempts: readonly Attempt[],
  { run, whyNot }: Trial<T>,
): Promise<Outcome<T>> {
  const tried: Tried[] = []
  let last: T | undefined
  for (const attempt of attempts) {
    const outcome = await run(attempt, last)
    if (outcome === undefined) continue
    last = outcome
    const why = whyNot(outcome)
    tried.push({ ...attempt, why })
    if (why === undefined) break
  }
  if (last === undefined) throw new Error('a plan without an attempt')
  return { outcome: last, tried }
}
