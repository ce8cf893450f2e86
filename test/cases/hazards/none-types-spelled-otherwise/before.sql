create table public.t (a integer, b varchar(10), c timestamptz, d numeric(10, 2), e boolean, f real[]);
