-- up
create domain public.short as text
  collate "C"
  default 'x'::text
  not null
  constraint c check ((length(value) < 5))
  constraint d check ((value <> ''::text));
comment on domain public.short is 'S';
revoke all on domain public.short from public;
comment on constraint c on domain public.short is 'C';
create table public.t (
  a public.short,
  b public.short[]
);

-- down
-- ! data_loss, breaks_clients
drop table public.t;
-- ! breaks_clients
drop domain public.short;
