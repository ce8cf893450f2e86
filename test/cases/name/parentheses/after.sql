create table public."x (" (a integer, "b)" bigint);
create function public."f(" ("x (" integer) returns integer language sql return 2;
comment on table public."x (" is 'new';
comment on column public."x ("."b)" is 'new';
grant select on public."x (" to anon;
