-- Who may select a table may select each of its columns already: the grant of the column opens nothing, and its end closes
-- nothing.
create table public.t (a integer, b integer);
grant select on public.t to anon;
