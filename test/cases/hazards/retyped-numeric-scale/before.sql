-- A smaller scale rounds. The room before the point grows with it, so that no row fails.
create table public.t (a numeric(12, 4));
