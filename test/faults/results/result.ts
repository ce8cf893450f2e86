/** What came of one case, as it is kept. */
export interface Result {
  readonly seed: number
  readonly number: number
  readonly fault: string
  readonly phase: string
  readonly verb: string
  readonly scenario: string
  /** Such as 17.10. */
  readonly postgres: string
  /** What the fault did; null where the run had ended before. */
  readonly struck: string | null
  /** Where, such as `statement 12, sent + 7 ms`. */
  readonly moment: string
  /** `exit 1`, or the signal that ended it. */
  readonly ended: string
  /** The version at which the disturbed run left the database. */
  readonly left: string
  /** The last thing that it said. */
  readonly said: string
  readonly complaints: readonly string[]
  readonly milliseconds: number
  /** The sources, as git names them. */
  readonly commit: string
  /** As `2026-01-31T09:30:00.000Z`. */
  readonly at: string
}
