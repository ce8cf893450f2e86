/** One row of a catalog, without a number in it: the object that it is about, and what it says. */
export interface ObservedLine {
  readonly catalog: string
  /** Whether it is about something that initdb made. */
  readonly builtIn: boolean
  /** Type and identity, such as `table public.notes`. */
  readonly object: string
  /** The values of the fields in the order of Observation.fields, as PostgreSQL writes a row. */
  readonly fields: string
}
