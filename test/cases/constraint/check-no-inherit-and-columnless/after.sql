create table public.t (a integer, b integer, constraint c check (a > 0) no inherit, constraint d check (current_date > '2000-01-01'));
